import { lifecycles } from "../../container/lifecycles.ts";
import type { Question } from "../scaffold.ts";
import type { Project } from "./project.ts";
import { portOf } from "./questions.ts";
import type { Plan, Stack } from "./stack.ts";
import { pickLine } from "./versions.ts";

/** Programs for .NET: published by the SDK, run on the runtime image. */
export const dotnet: Stack = {
	id: "dotnet",
	title: ".NET",
	detects: (project) => projectFiles(project).length > 0,
	plan,
};

function projectFiles(project: Project): readonly string[] {
	return project.list().flatMap(({ name, folder }) => (!folder && /\.(?:cs|fs|vb)proj$/.test(name) ? [name] : []));
}

function plan(project: Project): Plan | Question {
	const files = projectFiles(project);
	const file = project.answers["project"] ?? files[0] ?? "app.csproj";
	if (files.length > 1 && project.answers["project"] === undefined) {
		return {
			kind: "question",
			id: "project",
			title: "Which project is the image for?",
			options: files.map((value) => ({ label: value, value })),
		};
	}
	const text = project.read(file);
	const web = /Sdk="Microsoft\.NET\.Sdk\.(?:Web|BlazorWebAssembly)"/.test(text);
	// ASP.NET Core's images listen on 8080 since .NET 8.
	const port = portOf(project, web ? "8080" : undefined, "8080");
	if (port.kind === "question") return port;
	const target = /<TargetFramework>\s*net(\d+)\.0/.exec(text)?.[1];
	const line = pickLine(lifecycles.dotnet, target === undefined ? undefined : (name) => name === target, project.today);
	const name = /<AssemblyName>\s*([\w.-]+)\s*</.exec(text)?.[1] ?? file.replace(/\.[a-z]+$/, "");
	const cache = "RUN --mount=type=cache,target=/root/.nuget/packages";
	return {
		build: [
			"WORKDIR /src",
			`COPY ${[file, ...project.present("Directory.Build.props", "Directory.Packages.props", "nuget.config", "global.json")].join(" ")} ./`,
			`${cache} dotnet restore ${file}`,
			"COPY . .",
			`${cache} dotnet publish ${file} --configuration Release --no-restore --output /out`,
		],
		buildImage: `mcr.microsoft.com/dotnet/sdk:${line}.0`,
		image: `mcr.microsoft.com/dotnet/${web ? "aspnet" : "runtime"}:${line}.0`,
		runtime: [
			...(target === undefined || target === line
				? []
				: [`# It is made for .NET ${target}, which gets no fixes any more.`, "ENV DOTNET_ROLL_FORWARD=Major"]),
			"WORKDIR /app",
			"COPY --from=build /out ./",
		],
		// The number of the user `app` that these images have (dotnet/dotnet-docker, APP_UID).
		user: "1654:1654",
		port: port.value,
		health: { reason: "The image has no program that could ask; probe it from outside." },
		start: ["dotnet", `${name}.dll`],
		starter: "ENTRYPOINT",
		ignore: ["**/bin", "**/obj", "*.user"],
		labels: { title: name },
	};
}

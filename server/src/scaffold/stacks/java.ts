import { lifecycles } from "../../container/lifecycles.ts";
import type { CommandNode } from "../../dockerfile/nodes.ts";
import { joinPath } from "../../dockerfile/paths.ts";
import { plainOperands } from "../../shell/command.ts";
import type { Question } from "../scaffold.ts";
import { askWithCurl, askWithWget, healthOf, localUrl } from "./health.ts";
import type { Project } from "./project.ts";
import { portOf } from "./questions.ts";
import type { Artefacts, OneStage, Plan, Stack } from "./stack.ts";
import { acceptsFrom, pickLine } from "./versions.ts";

/** Programs for the Java virtual machine, built with Maven or Gradle. */
export const java: Stack = {
	id: "java",
	title: "Java",
	detects: (project) => project.first("pom.xml", ...gradleFiles) !== undefined,
	plan,
	conversion: {
		images: /^(?:maven|gradle|eclipse-temurin|openjdk|amazoncorretto|sapmachine|azul-zulu)$/,
		workdir: (image) => (image.startsWith("gradle") ? "/home/gradle" : "/"),
		builds,
		runtimeImage,
		artefacts,
		user: "10001:10001",
		// Temurin's images on Ubuntu have curl (adoptium/containers), those of Alpine the wget of BusyBox.
		check: (url, image) => {
			if (/alpine/.test(image)) return { command: askWithWget(url) };
			return image.startsWith("eclipse-temurin") ? { command: askWithCurl(url, true) } : undefined;
		},
	},
};

const gradleFiles = ["build.gradle", "build.gradle.kts"] as const;

function plan(project: Project): Plan | Question {
	const maven = project.has("pom.xml");
	const script = maven ? project.read("pom.xml") : gradleFiles.map((name) => project.read(name)).join("\n");
	const spring = /spring-boot/.test(script);
	const quarkus = /io\.quarkus/.test(script);
	const server = spring ? /spring-boot-starter-(?:web|webflux|webmvc|jersey|actuator)/.test(script) : quarkus;
	const port = portOf(project, server ? "8080" : undefined, "8080");
	if (port.kind === "question") return port;
	const line = javaLine(project, script);
	const path = /spring-boot-starter-actuator/.test(script) ? "/actuator/health" : quarkus ? "/q/health" : "/";
	const strict = path !== "/" && (!quarkus || /smallrye-health/.test(script));
	const folder = maven ? "target" : "build";
	const jar = `/src/${folder}/${maven ? "" : "libs/"}*.jar`;
	return {
		build: ["WORKDIR /src", ...(maven ? mavenLines(project) : gradleLines(project, spring))],
		buildImage: buildImage(project, maven, line),
		image: `eclipse-temurin:${line}-jre`,
		runtime: [
			"WORKDIR /app",
			quarkus ? `COPY --from=build /src/${folder}/quarkus-app ./` : `COPY --from=build ${jar} ./app.jar`,
		],
		user: "10001:10001",
		port: port.value,
		health: healthOf(port.value, (number) => askWithCurl(localUrl(number, strict ? path : "/"), strict), "30s"),
		start: ["java", "-XX:MaxRAMPercentage=75", "-jar", quarkus ? "quarkus-run.jar" : "app.jar"],
		starter: "ENTRYPOINT",
		ignore: maven ? ["target", "*.iml"] : ["**/build", ".gradle", "*.iml"],
		labels: {
			title: (maven ? ownElement(script, "artifactId") : rootProject(project)) ?? project.name,
			description: maven ? ownElement(script, "description") : undefined,
		},
	};
}

/** An element of the project itself in a pom.xml, those of its parent, plugins and dependencies left out. */
function ownElement(pom: string, name: string): string | undefined {
	const own = pom
		.replace(/<!--[\s\S]*?-->/g, "")
		.replace(/<(parent|dependencies|dependencyManagement|build|profiles|modules|properties)>[\s\S]*?<\/\1>/g, "");
	const value = new RegExp(`<${name}>\\s*([^<]+?)\\s*</${name}>`).exec(own)?.[1];
	return value?.includes("$") ? undefined : value?.replace(/\s+/g, " ");
}

function rootProject(project: Project): string | undefined {
	const settings = project.read("settings.gradle") + project.read("settings.gradle.kts");
	return /rootProject\.name\s*=\s*["']([^"'\n]+)["']/.exec(settings)?.[1];
}

/** The line a program is compiled for, else the next with long-term support. */
function javaLine(project: Project, script: string): string {
	const wanted =
		/<(?:maven\.compiler\.release|java\.version|maven\.compiler\.target|maven\.compiler\.source|release)>\s*(?:1\.)?(\d+)\s*</.exec(
			script,
		)?.[1] ??
		/JavaLanguageVersion\.of\(\s*["']?(\d+)|(?:source|target)Compatibility\s*=\s*(?:JavaVersion\.VERSION_)?["']?(?:1[._])?(\d+)|jvmToolchain\(\s*(\d+)/
			.exec(script)
			?.slice(1)
			.find((group) => group !== undefined);
	if (wanted === undefined) return pickLine(lifecycles["eclipse-temurin"], undefined, project.today);
	const exact = pickLine(lifecycles["eclipse-temurin"], (line) => line === wanted, project.today);
	if (exact === wanted) return exact;
	const from = acceptsFrom(wanted);
	const later = lifecycles["eclipse-temurin"].lines
		.filter(({ name, lts }) => lts && from?.(name))
		.map(({ name }) => name);
	const nearest = [...later].sort((a, b) => Number(a) - Number(b))[0];
	return pickLine(lifecycles["eclipse-temurin"], (line) => line === nearest, project.today);
}

function wrapper(project: Project, maven: boolean): string | undefined {
	return project.first(maven ? "mvnw" : "gradlew");
}

function buildImage(project: Project, maven: boolean, line: string): string {
	if (wrapper(project, maven)) return `eclipse-temurin:${line}-jdk`;
	const { today } = project;
	return maven
		? `maven:${pickLine(lifecycles["apache-maven"], undefined, today)}-eclipse-temurin-${line}`
		: `gradle:${pickLine(lifecycles.gradle, undefined, today)}-jdk${line}`;
}

function mavenLines(project: Project): readonly string[] {
	const own = wrapper(project, true) !== undefined;
	const mvn = `RUN --mount=type=cache,target=/root/.m2 ${own ? "./mvnw" : "mvn"} --batch-mode`;
	// A project of modules has a pom.xml each, which Maven reads before anything else.
	const modules = /<modules>/.test(project.read("pom.xml"));
	return [
		...(own ? ["COPY --chmod=755 mvnw ./", "COPY .mvn ./.mvn"] : []),
		...(modules ? ["COPY . ."] : ["COPY pom.xml ./", `${mvn} dependency:go-offline`, "COPY src ./src"]),
		`${mvn} package -DskipTests`,
	];
}

function gradleLines(project: Project, spring: boolean): readonly string[] {
	const own = wrapper(project, false) !== undefined;
	const cache = own ? "/root/.gradle" : "/home/gradle/.gradle";
	const gradle = `RUN --mount=type=cache,target=${cache} ${own ? "./gradlew" : "gradle"} --no-daemon`;
	const scripts = project.present(
		...gradleFiles,
		"settings.gradle",
		"settings.gradle.kts",
		"gradle.properties",
		"gradle.lockfile",
	);
	const folders = [...(project.has("gradle") ? ["COPY gradle ./gradle"] : [])];
	return [
		...(own ? ["COPY --chmod=755 gradlew ./"] : []),
		...folders,
		`COPY ${scripts.join(" ")} ./`,
		`${gradle} dependencies`,
		"COPY . .",
		`${gradle} ${spring ? "bootJar" : "assemble"}`,
	];
}

const goals =
	/^(?:package|verify|install|deploy|assemble|build|jar|bootJar|shadowJar|installDist|distZip|quarkusBuild)$/;

/** `mvn package`, `./gradlew :app:bootJar`. */
function builds({ command }: CommandNode): boolean {
	const tool = command.program.replace(/^.*\//, "");
	return (
		/^(?:mvnw?|gradlew?)$/.test(tool) &&
		plainOperands(command).some(({ value }) => goals.test(value.replace(/^.*:/, "")))
	);
}

/** The JRE of the same line and vendor, where the vendor has one; Temurin's elsewhere. */
function runtimeImage({ image, project }: OneStage): string {
	const [name = "", tag = ""] = image.replace(/@.*$/, "").split(/:(?=[^/]*$)/);
	const alpine = /alpine/.test(tag) ? "-alpine" : "";
	const familiar = name.replace(/^(?:docker\.io\/)?(?:library\/)?/, "");
	if (/^(?:eclipse-temurin|sapmachine|azul-zulu)$/.test(familiar)) {
		if (/-jre/.test(tag)) return `${name}:${tag}`;
		if (/-jdk/.test(tag)) return `${name}:${tag.replace("-jdk", "-jre")}`;
		const [version = "", ...rest] = tag.split("-");
		if (version !== "" && version !== "latest") return `${name}:${[version, "jre", ...rest].join("-")}`;
	}
	const line =
		/(?:jdk-?|temurin-|corretto-|openjdk-|semeru-|zulu-|sapmachine-)(\d+)/.exec(tag)?.[1] ??
		(/^(?:openjdk|amazoncorretto)$/.test(familiar) ? /^(\d+)/.exec(tag)?.[1] : undefined);
	const known =
		line ?? javaLine(project, project.read("pom.xml") + gradleFiles.map((file) => project.read(file)).join("\n"));
	if (familiar === "amazoncorretto" && alpine === "") return `${name}:${known}-al2023-headless`;
	return `eclipse-temurin:${known}-jre${alpine}`;
}

/** The jar that the container starts, at the path it has there. */
function artefacts({ start, workdir, project }: OneStage): Artefacts | Question | string {
	if (/^(?:\.\/)?(?:mvnw?|gradlew?)$/.test(start[0] ?? ""))
		return "Maven or Gradle starts the program, so it can't be told which jar is to be run.";
	const index = start.indexOf("-jar");
	const jar =
		(index >= 0 ? start[index + 1] : start.find((word) => word.endsWith(".jar"))) ?? project.answers["artefact"];
	if (jar === undefined || jar.includes("$")) {
		return {
			kind: "question",
			id: "artefact",
			title: "Which file does the build leave to be run?",
			placeholder: "Its path in the image",
			options: ["target/app.jar", "build/libs/app.jar"].map((path) => ({
				label: joinPath(workdir, path),
				value: joinPath(workdir, path),
			})),
			free: true,
		};
	}
	if (jar.includes("quarkus-app/")) {
		const folder = joinPath(workdir, jar.slice(0, jar.lastIndexOf("/")));
		return { paths: [{ from: folder, to: folder }] };
	}
	const path = joinPath(workdir, jar);
	// A wildcard names one file or many, so it is copied to a folder.
	return { paths: [{ from: path, to: /[*?]/.test(path) ? path.slice(0, path.lastIndexOf("/") + 1) : path }] };
}

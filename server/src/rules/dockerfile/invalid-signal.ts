import { isSignal, signals } from "../../container/signal.ts";
import { nearest } from "../../core/nearest.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-signal",
	severity: "error",
	tags: ["correctness"],
	practice: ["D15"],
	aliases: ["dockerfile-utils/INVALID_SIGNAL"],
	scope: "file",
	summary: "There is no such signal.",
	why: "STOPSIGNAL takes the name of a signal, with or without `SIG`, or its number. With anything else the image can't be built.",
	links: ["https://docs.docker.com/reference/dockerfile/#stopsignal"],
	fix: { title: "Write the signal that was probably meant", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM nginx:1.30\nSTOPSIGNAL ~~SIGQIUT~~\n",
			good: "FROM nginx:1.30\nSTOPSIGNAL SIGQUIT\n",
			message: "There is no signal `SIGQIUT`; did you mean `SIGQUIT`?",
		},
	],
	check: {
		stopsignal({ signal }, { report }) {
			if (!signal?.literal || signal.value === "" || isSignal(signal.value)) return;
			const meant =
				signal.value.length > 20
					? undefined
					: nearest(
							signal.value,
							signals.map(({ name }) => name),
						);
			if (meant === undefined)
				report(signal.inner, { message: `There is no signal \`${signal.value.slice(0, 40)}\`.` });
			else {
				report(signal.inner, {
					message: `There is no signal \`${signal.value}\`; did you mean \`${meant}\`?`,
					title: `Write ${meant}`,
					fix: () => [{ span: signal.inner, text: meant }],
				});
			}
		},
	},
});

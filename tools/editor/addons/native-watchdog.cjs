// Stands in for @vscode/native-watchdog, a compiled add-on: ends this process once another is gone.
let watching = false;

exports.start = (pid) => {
	if (watching) throw new Error("Can only monitor a single process!");
	watching = true;
	setInterval(() => {
		try {
			process.kill(pid, 0);
		} catch {
			process.exit(87);
		}
	}, 6000).unref();
};
exports.exit = (code) => process.exit(code);

// Stands in for @vscode/spdlog, a compiled add-on that npm has no prebuilt file for: loggers that append to their file.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warn", "error", "critical", "off"];
let initialLevel = 2;

class Logger {
	constructor(_type, _name, file) {
		this.file = file;
		this.level = initialLevel;
		mkdirSync(dirname(file), { recursive: true });
	}
	getLevel() {
		return this.level;
	}
	setLevel(level) {
		this.level = level;
	}
	setPattern() {}
	clearFormatters() {}
	flush() {}
	drop() {}
}

for (const [rank, name] of levels.slice(0, -1).entries()) {
	Logger.prototype[name] = function (message) {
		if (rank >= this.level) appendFileSync(this.file, `${new Date().toISOString()} [${name}] ${message}\n`);
	};
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = (level) => {
	initialLevel = level;
};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger("rotating_async", name, file);

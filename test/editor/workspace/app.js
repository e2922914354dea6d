require("node:http")
	.createServer((_, response) => response.end("ahoy"))
	.listen(8080);

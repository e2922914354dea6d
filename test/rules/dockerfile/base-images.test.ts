import { describe, expect, test } from "vitest";
import { dockerfile } from "../../../server/src/dockerfile/index.ts";
import { Linter, presetChoice } from "../../../server/src/lint/lint.ts";
import endOfLife from "../../../server/src/rules/container/end-of-life-image.ts";
import foreignPackageManager from "../../../server/src/rules/dockerfile/foreign-package-manager.ts";
import shellFormWithoutShell from "../../../server/src/rules/dockerfile/shell-form-without-shell.ts";
import { Workspace } from "../../../server/src/workspace/workspace.ts";

/** Edge cases of the rules that ask what base images are. */

const linter = new Linter(
	[endOfLife, foreignPackageManager, shellFormWithoutShell],
	presetChoice("all"),
	(rule, error) => {
		throw new Error(`${rule} threw`, { cause: error });
	},
);

function lint(text: string, today = "2026-11-22") {
	const world = new Workspace([dockerfile]);
	world.settings = { ...world.settings, today };
	const { document } = world.set({ uri: "file:///Dockerfile", text });
	if (!document) throw new Error("no document");
	return linter.lint(document, world);
}

function found(text: string, today?: string): readonly string[] {
	return lint(text, today).map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
}

describe("end of life", () => {
	test("without a day nothing is said", () => expect(found("FROM node:16\n", "")).toEqual([]));
	test("the day itself is not after the end", () => {
		expect(found("FROM node:16\n", "2023-09-11")).toEqual([]);
		expect(found("FROM node:16\n", "2023-09-12")).toHaveLength(1);
	});
	test("a digest is not rewritten", () => {
		const [finding] = lint(`FROM node:16@sha256:${"0".repeat(64)}\n`);
		expect(finding?.message).toContain("Node.js 16");
		expect(finding?.fixes).toEqual([]);
	});
	test("there is a smaller step to choose", () => {
		expect(lint("FROM python:3.8-slim\n")[0]?.fixes.map(({ title }) => title)).toEqual([
			"Move to python:3.14-slim",
			"Move to python:3.11-slim",
		]);
	});
	test("stages and copies are not bases", () => {
		expect(found("FROM node:24 AS centos\nFROM centos\nCOPY --from=nginx:1.20 /a /b\n")).toEqual([]);
	});
	test("images of other registries are others", () => expect(found("FROM registry.example.com/node:16\n")).toEqual([]));
});

describe("package managers", () => {
	test.each([
		"FROM alpine:3.24\nRUN command -v apt-get && apt-get update || apk add curl\n",
		"FROM alpine:3.24\nRUN if [ -x /usr/bin/apt-get ]; then apt-get update; fi\n",
		"FROM alpine:3.24\nRUN apk add --no-cache apt\nRUN apt-get --version\n",
		"FROM debian:13\nCOPY --from=alpine:3.24 /sbin/apk /sbin/apk\nRUN apk --version\n",
		"FROM node:${TAG}\nRUN apk add curl\n",
		"FROM eclipse-temurin:21-jre-ubi9-minimal\nRUN microdnf install -y tar\n",
		"FROM python:3.14-windowsservercore-ltsc2025\nRUN apt-get update\n",
		"FROM maven:3.9\nRUN apt-get update && apt-get install -y git\n",
		"FROM debian:13\nRUN echo apk add curl\n",
	])("%j is fine", (text) => expect(found(text)).toEqual([]));

	test.each([
		["FROM node:24-alpine AS a\nFROM a AS b\nFROM b\nRUN apt-get update\n", "apt-get"],
		["FROM ubuntu:26.04\nRUN sudo yum install -y x\n", "yum"],
		["FROM amazonlinux:2023\nRUN true && apk add x\n", "apk"],
		['FROM fedora:44\nRUN ["apt-get", "update"]\n', '"apt-get"'],
	])("%j is not", (text, word) => {
		expect(found(text).map((line) => line.replace(/^(\S+) "?([^"]*)"?$/, "$1 $2"))).toEqual([
			`foreign-package-manager ${word.replaceAll('"', "")}`,
		]);
	});

	test("takes little time on junk", () => {
		const started = performance.now();
		found(`FROM alpine:3.24\nRUN ${"-S".repeat(50_000)} ${"install ".repeat(5_000)}\nRUN apt-get update\n`);
		expect(performance.now() - started).toBeLessThan(3000);
	});
});

describe("no shell", () => {
	test.each([
		'FROM scratch\nCOPY --from=b /app /app\nENTRYPOINT ["/app"]\n',
		"FROM scratch\nADD alpine-minirootfs.tar.gz /\nRUN apk update\n",
		"FROM scratch\nCOPY --from=builder / /\nCMD sh\n",
		"FROM scratch AS base\nCOPY rootfs/ /\nFROM base\nRUN true\n",
		"FROM gcr.io/distroless/static-debian13\nCOPY --from=busybox /bin/busybox /bin/busybox\nRUN true\n",
		'FROM scratch\nSHELL ["/app/sh", "-c"]\nRUN true\n',
		"FROM scratch\nHEALTHCHECK NONE\n",
		"FROM cgr.dev/chainguard/python:latest-dev\nRUN true\n",
		"FROM scratch\nCMD\n",
	])("%j is fine", (text) => expect(found(text).filter((line) => line.startsWith("shell-form"))).toEqual([]));

	test.each([
		["FROM scratch\nCOPY app /\nCMD /app\n", "/app"],
		["FROM gcr.io/distroless/nodejs24-debian13\nCOPY --from=b /app /app\nHEALTHCHECK CMD node check.js\n", "CMD"],
		["FROM cgr.dev/chainguard/static\nRUN <<E\ntrue\nE\n", "RUN"],
	])("%j is not", (text, word) => expect(found(text)).toEqual([`shell-form-without-shell ${word}`]));
});

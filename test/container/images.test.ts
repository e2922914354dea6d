import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseImage } from "../../server/src/container/image.ts";
import { describeImage } from "../../server/src/container/image-description.ts";
import { type ImageEntry, imageTable, systems } from "../../server/src/container/image-table.ts";
import { baseImage, endedReleases, imageEntry, nextTags, offeredTags } from "../../server/src/container/images.ts";
import { codenames, lifecycles, recommended } from "../../server/src/container/lifecycles.ts";
import { hoverAt, taken, today } from "../dockerfile/world.ts";

function known(text: string) {
	const reference = parseImage(text);
	if (!reference) throw new Error(text);
	const image = baseImage(reference);
	if (!image) throw new Error(`${text} is not known`);
	return image;
}

function namesOf(entry: ImageEntry): readonly string[] {
	return typeof entry.name === "string" ? [entry.name] : (entry.offers ?? []);
}

/** Image, system and its release, line, first package manager, shell, default user. */
const facts: readonly (readonly [string, string, string, string, string, string, string])[] = [
	["node:20.11.1-alpine3.18", "alpine", "3.18", "20", "apk", "/bin/sh", "root"],
	["node:24-slim", "debian", "", "24", "apt-get", "/bin/sh", "root"],
	["docker.io/library/node:24-bookworm-slim", "debian", "12", "24", "apt-get", "/bin/sh", "root"],
	["python:3.12-windowsservercore-ltsc2022", "servercore", "2022", "3.12", "", "cmd", "ContainerAdministrator"],
	["gcc:12", "debian", "", "", "apt-get", "/bin/sh", "root"],
	["debian:bullseye-20230904-slim", "debian", "11", "", "apt-get", "/bin/sh", "root"],
	["ubuntu:22.04", "ubuntu", "22.04", "", "apt-get", "/bin/sh", "root"],
	["alpine:3.24.1", "alpine", "3.24", "", "apk", "/bin/sh", "root"],
	["amazonlinux:2", "amazonlinux", "2", "", "yum", "/bin/sh", "root"],
	["eclipse-temurin:21.0.4_7-jre-alpine", "alpine", "", "21", "apk", "/bin/sh", "root"],
	["eclipse-temurin:21-jre-ubi9-minimal", "ubi", "9", "21", "dnf", "/bin/sh", "root"],
	["mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled", "no-shell", "", "9", "", "none", "app"],
	["mcr.microsoft.com/dotnet/sdk:10.0", "debian-like", "", "10", "apt-get", "/bin/sh", "root"],
	["mcr.microsoft.com/windows/nanoserver:ltsc2025", "nanoserver", "2025", "", "", "cmd", "ContainerUser"],
	["gcr.io/distroless/static-debian12:nonroot", "distroless", "12", "", "", "none", "nonroot"],
	["gcr.io/distroless/base-debian13:debug", "distroless-debug", "13", "", "", "/busybox/sh", "root"],
	["cgr.dev/chainguard/python:latest", "no-shell", "", "", "", "none", "nonroot"],
	["cgr.dev/chainguard/python:latest-dev", "wolfi", "", "", "apk", "/bin/sh", "nonroot"],
	["registry.access.redhat.com/ubi9/ubi-minimal:9.6", "ubi-minimal", "9", "", "microdnf", "/bin/sh", "root"],
	["redhat/ubi8", "ubi", "8", "", "dnf", "/bin/sh", "root"],
	["nginx:1.30-alpine", "alpine", "", "1.30", "apk", "/bin/sh", "root"],
	["nginxinc/nginx-unprivileged:1.30", "debian", "", "1.30", "apt-get", "/bin/sh", "101"],
	["php:8.4-fpm", "debian", "", "8.4", "apt-get", "/bin/sh", "root"],
	["postgres:17.5-bookworm", "debian", "12", "17", "apt-get", "/bin/sh", "root"],
	["haproxy:3.2", "debian", "", "3.2", "apt-get", "/bin/sh", "haproxy"],
	["docker:29-dind-rootless", "alpine", "", "29", "apk", "/bin/sh", "rootless"],
	["nats:2", "scratch", "", "", "", "none", "root"],
	["scratch", "scratch", "", "", "", "none", "root"],
];

describe("what a reference tells", () => {
	test.each(facts)("%s", (text, system, release, line, manager, shell, user) => {
		const image = known(text);
		expect([
			image.systemId,
			image.release?.line.name ?? "",
			image.line?.line.name ?? "",
			image.packageManagers?.[0] ?? "",
			image.shell,
			image.user,
		]).toEqual([system, release, line, manager, shell, user]);
	});

	test.each(["maven:3.8-openjdk-11", "openjdk:17", "ghcr.io/astral-sh/uv:0.9", "cgr.dev/chainguard/go:latest"])(
		"says nothing of the system of %s",
		(text) => {
			expect(known(text).systemId).toBeUndefined();
			expect(known(text).packageManagers).toBeUndefined();
			expect(known(text).shell).toBeUndefined();
		},
	);

	test("is silent about images that are not in the table", () => {
		for (const text of ["example/app:1", "registry.example.com/node:16", "constructor:1"]) {
			expect(baseImage(parseImage(text) ?? fail(text))).toBeUndefined();
		}
	});

	test("floating and pre-release tags are of no line", () => {
		for (const text of ["node:lts", "node", "python:3", "mysql:8", "python:3.15-rc-slim", "php:8.6-rc"]) {
			expect(known(text).line, text).toBeUndefined();
		}
	});
});

function fail(text: string): never {
	throw new Error(text);
}

describe("what has ended", () => {
	test.each([
		["node:16", "Node.js 16", "26 22"],
		["node:17.0.1-bullseye-slim", "Node.js 17, Debian 11", "26-trixie-slim 22-trixie-slim"],
		["node:20.11.1-alpine3.18", "Node.js 20, Alpine 3.18", "26-alpine 22-alpine"],
		["node:18-buster-slim", "Node.js 18, Debian 10", "26-trixie-slim 22-trixie-slim"],
		["python:3.8.10-slim", "Python 3.8", "3.14-slim 3.11-slim"],
		["python:3.12-bullseye", "Debian 11", "3.12-trixie 3.12-bookworm"],
		["debian:buster-slim", "Debian 10", "trixie-slim bookworm-slim"],
		["debian:10.3", "Debian 10", "13 12"],
		["ubuntu:focal-20231003", "Ubuntu 20.04", "resolute jammy"],
		["alpine:3.12", "Alpine 3.12", "3.24 3.22"],
		["php:7.4-fpm-alpine3.13", "PHP 7.4, Alpine 3.13", "8.5-fpm-alpine 8.2-fpm-alpine"],
		["postgres:13.4-bullseye", "PostgreSQL 13, Debian 11", "18-trixie 15-trixie"],
		["traefik:v2.10", "Traefik 2.10", "v3.7"],
		["mcr.microsoft.com/dotnet/aspnet:6.0-alpine3.16", ".NET 6, Alpine 3.16", "10.0-alpine"],
		["mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled", ".NET 8", ""],
		["maven:3.8-openjdk-11", "Maven 3.8", ""],
		["gcr.io/distroless/static-debian11", "Distroless on Debian 11", ""],
		["centos:7", "CentOS 7", ""],
		["node:24", "", ""],
		["python:3.14-slim", "", ""],
		["debian:bookworm", "", ""],
		["rust:1.70", "", ""],
	])("%s: %s → %s", (text, ended, next) => {
		const image = known(text);
		const tag = parseImage(text)?.tag ?? "";
		expect(
			endedReleases(image, today)
				.map(({ lifecycle, line }) => `${lifecycle.title} ${line.name}`)
				.join(", "),
		).toBe(ended);
		expect(
			nextTags(image, tag, today)
				.map((candidate) => candidate.tag)
				.join(" "),
		).toBe(next);
	});

	test("nothing is said without a day, nor before the end", () => {
		expect(endedReleases(known("node:16"), "")).toEqual([]);
		expect(endedReleases(known("node:16"), "2023-09-11")).toEqual([]);
		expect(endedReleases(known("node:16"), "2023-09-12")).toHaveLength(1);
	});

	test("a tag to move to has not ended itself", () => {
		for (const entry of imageTable) {
			const lines = entry.product ? lifecycles[entry.product].lines : [];
			for (const line of lines) {
				for (const name of namesOf(entry)) {
					const image = known(`${name}:${line.name}`);
					for (const { tag } of nextTags(image, line.name, today)) {
						expect(endedReleases(known(`${name}:${tag}`), today), `${name}:${tag}`).toEqual([]);
					}
				}
			}
		}
	});
});

describe("tables", () => {
	test("hold what they promise", () => {
		const names = imageTable.flatMap(namesOf);
		expect(new Set(names).size).toBe(names.length);
		const official = imageTable.filter(({ name }) => typeof name === "string" && !name.includes("/"));
		expect(official.length).toBeGreaterThanOrEqual(60);
		expect(Object.keys(lifecycles).length).toBeGreaterThanOrEqual(50);
		for (const family of [
			"gcr.io/distroless/",
			"cgr.dev/chainguard/",
			"mcr.microsoft.com/dotnet/",
			"mcr.microsoft.com/windows/",
		]) {
			expect(names.filter((name) => name.startsWith(family)).length, family).toBeGreaterThan(1);
		}
	});

	test.each(Object.entries(lifecycles))("lines of %s have dates and a source", (_name, { lines, source, title }) => {
		expect(title).not.toBe("");
		expect(source).toMatch(/^https:\/\/(?:endoflife\.date\/[a-z0-9-]+|github\.com\/GoogleContainerTools\/.+)$/);
		expect(lines.length).toBeGreaterThan(0);
		expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
		for (const { name, ends } of lines) {
			expect(name).toMatch(/^\d+(?:\.\d+)*$/);
			if (ends !== undefined) expect(new Date(ends).toISOString().slice(0, 10)).toBe(ends);
		}
	});

	test("dates that are well known", () => {
		const end = (product: keyof typeof lifecycles, line: string) =>
			lifecycles[product].lines.find(({ name }) => name === line)?.ends;
		expect(end("nodejs", "16")).toBe("2023-09-11");
		expect(end("python", "3.8")).toBe("2024-10-07");
		expect(end("debian", "10")).toBe("2024-06-30");
		expect(end("ubuntu", "20.04")).toBe("2025-05-31");
		expect(end("centos", "7")).toBe("2024-06-30");
		expect(end("dotnet", "8")).toBe("2026-11-10");
		expect(recommended(lifecycles.nodejs, today)?.name).toBe("26");
	});

	test("code names lead to lines that exist", () => {
		for (const { product, line } of Object.values(codenames)) {
			expect(
				lifecycles[product].lines.some(({ name }) => name === line),
				line,
			).toBe(true);
		}
	});

	test.each(imageTable.flatMap((entry) => namesOf(entry).map((name) => ({ name, entry }))))(
		"$name",
		({ name, entry }) => {
			expect(imageEntry(name)).toBe(entry);
			expect(entry.title.length).toBeGreaterThan(0);
			expect(entry.page).toMatch(/^https:\/\//);
			if (entry.system) expect(systems[entry.system].title).not.toBe("");
			const hover = hoverAt(`FROM ¦${name}\n`);
			expect(hover?.markdown).toContain(entry.title);
			expect(hover?.markdown).toContain(entry.page);
			expect(taken("FROM ¦\n", name)).toMatch(new RegExp(`^FROM ${name.replaceAll(".", "\\.")}:?\n$`));
			for (const { tag } of offeredTags(entry, today)) {
				expect(taken(`FROM ${name}:¦\n`, tag)).toBe(`FROM ${name}:${tag}\n`);
				expect(endedReleases(known(`${name}:${tag}`), today)).toEqual([]);
			}
		},
	);
});

test("the description names system, shell, packages, dates and their source", () => {
	const text = describeImage(parseImage("node:20-alpine") ?? fail(""), today);
	for (const part of [
		"Alpine",
		"`apk`",
		"musl",
		"`root`",
		"2026-04-30",
		"endoflife.date/nodejs",
		"`26-alpine`",
		"2026-08-22",
	]) {
		expect(text).toContain(part);
	}
	expect(describeImage(parseImage("ghcr.io/a/b:1") ?? fail(""), today)).toContain(
		"https://github.com/a/b/pkgs/container/b",
	);
	expect(describeImage(parseImage("openjdk:17") ?? fail(""), today)).toContain("`eclipse-temurin`");
});

test("no tag makes it throw", () => {
	const names = imageTable.flatMap(namesOf);
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.stringMatching(/^[\w][\w.-]{0,30}$/), (name, tag) => {
			const image = known(`${name}:${tag}`);
			for (const next of nextTags(image, tag, today)) expect(parseImage(`${name}:${next.tag}`)).toBeDefined();
		}),
	);
});

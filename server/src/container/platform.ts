/** A platform with what it is. */
export interface Platform {
	readonly name: string;
	readonly doc: string;
}

/** Platforms that images are commonly built for, `<os>/<architecture>[/<variant>]`. Source: containerd platforms and the architectures of Docker's official images. */
export const platforms: readonly Platform[] = [
	{ name: "linux/amd64", doc: "64-bit Intel and AMD." },
	{ name: "linux/arm64", doc: "64-bit Arm: Apple silicon, AWS Graviton, Raspberry Pi 3 and later." },
	{ name: "linux/arm/v7", doc: "32-bit Arm with hardware floating point." },
	{ name: "linux/arm/v6", doc: "32-bit Arm of the first Raspberry Pi." },
	{ name: "linux/arm/v5", doc: "32-bit Arm without hardware floating point." },
	{ name: "linux/386", doc: "32-bit Intel and AMD." },
	{ name: "linux/ppc64le", doc: "64-bit IBM Power, little endian." },
	{ name: "linux/s390x", doc: "IBM Z." },
	{ name: "linux/riscv64", doc: "64-bit RISC-V." },
	{ name: "linux/loong64", doc: "64-bit LoongArch." },
	{ name: "windows/amd64", doc: "64-bit Windows." },
];

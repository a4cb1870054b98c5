import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** One import that should not be: the file, what it imports, and the rule it breaks. */
export type Violation = { file: string; imports: string; rule: string }

type Rule = { rule: string; of: RegExp; not?: RegExp; mayImport: readonly RegExp[] }

/** Who may import whom (docs/architecture.md). A path is relative to the root; a package is its bare name. */
const rules: readonly Rule[] = [
	{ rule: 'shared imports itself', of: /^shared\//, not: /^shared\/contract\/zod\.ts$/, mayImport: [/^shared\//] },
	{
		rule: 'what writes the document of the API imports the API and shared, and reads and writes files',
		of: /^functions\/api\/openapi\//,
		mayImport: [/^shared\//, /^functions\/api\//, /^node:/],
	},
	{
		rule: 'a handler, and what several handlers wire alike, imports middy, adapters, decoders, shared and its own use case',
		of: /^functions\/(?!adapters\/)(?<name>[^/]+)\/(handler|\w+Handler|wiring)\.ts$/,
		mayImport: [/^@middy\/core$/, /^aws-lambda$/, /^shared\//, /^functions\/adapters\//, /^devices\/codecs\//],
	},
	{
		rule: 'a use case imports shared and its own folder',
		of: /^functions\/(?!adapters\/)(?<name>[^/]+)\//,
		not: /\/(handler|\w+Handler|wiring)\.ts$/,
		mayImport: [/^shared\//],
	},
	{
		rule: 'an adapter imports shared, the AWS SDK, what signs, reads certificates or writes files for people, and other adapters',
		of: /^functions\/adapters\//,
		mayImport: [
			/^@aws-sdk\//,
			/^jose$/,
			/^@smithy\/signature-v4$/,
			/^@peculiar\/x509$/,
			/^reflect-metadata$/,
			/^csv-stringify\/sync$/,
			/^write-excel-file\/node$/,
			/^aws-lambda$/,
			/^@middy\/core$/,
			/^shared\//,
			/^functions\/adapters\//,
			/^node:/,
		],
	},
	{
		rule: 'devices import the shared contract and packages, never functions or infra',
		of: /^devices\//,
		mayImport: [
			/^devices\//,
			/^shared\/contract\//,
			/^(?!@aws-sdk\/|aws-cdk-lib|aws-lambda|@middy\/)[^/.]+(\/[^/]+)?$/,
		],
	},
	{
		rule: 'infra imports the shared contract and the tables’ keys, never handler code',
		of: /^infra\//,
		not: /^infra\/(commands|data)\//,
		mayImport: [
			/^infra\//,
			/^shared\/contract\//,
			/^functions\/adapters\/tables\/tableKeys\.ts$/,
			/^package\.json$/,
			/^(?!functions\/|devices\/|shared\/|web\/|test\/)[^.].*$/,
		],
	},
	{
		rule: 'what moves and mends stored data imports the stores of the functions, shared and infra',
		of: /^infra\/data\//,
		mayImport: [
			/^infra\//,
			/^shared\//,
			/^functions\/adapters\//,
			/^(?!functions\/|devices\/|shared\/|web\/|test\/)[^.].*$/,
		],
	},
	{
		rule: 'commands import shared, decoders, packages but AWS, and of infra how a command is run',
		of: /^infra\/commands\//,
		mayImport: [
			/^infra\/commands\//,
			/^shared\//,
			/^devices\/codecs\//,
			/^infra\/local\/(cli\/runCommand|startError)\.ts$/,
			/^(?!@aws-sdk\/|aws-|@middy\/|functions\/|devices\/|infra\/|web\/|test\/)[^.].*$/,
		],
	},
	{
		rule: 'web imports the shared contract and domain',
		of: /^web\//,
		mayImport: [
			/^web\//,
			/^shared\/(contract|domain|profiles)\//,
			/^(?!@aws-sdk\/|aws-|@middy\/|node:|functions\/|devices\/|infra\/|test\/)[^.].*$/,
		],
	},
]

/** Two dialects of one library would be two libraries in each bundle (docs/adr/0019-the-small-dialect-of-zod.md). */
const throughContract = { rule: 'schemas come from shared/contract/zod.ts', only: /^shared\/contract\/zod\.ts$/ }

const clause = String.raw`(?:\{[^}]*\}|\*(?: as \w+)?|\w+(?:,\s*\{[^}]*\})?)`
const importing = new RegExp(
	String.raw`(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?${clause}\s+from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'`,
	'g',
)

/** Every import under `root` that the rules forbid; `seenFrom` is the root the paths are read against. */
export function violations(root: string, seenFrom = root): Violation[] {
	const found: Violation[] = []
	for (const path of sources(root)) {
		const file = relative(root, path)
		const rule = rules.find(({ of, not }) => of.test(file) && !not?.test(file))
		if (!rule) continue
		const own = rule.of.exec(file)?.groups?.name
		for (const [, a, b, c] of readFileSync(path, 'utf8').matchAll(importing)) {
			const specifier = a ?? b ?? c ?? ''
			const target = specifier.startsWith('.') ? relativeTo(path, specifier, root, seenFrom) : specifier
			if (/^zod(\/|$)/.test(target) && !throughContract.only.test(file)) {
				found.push({ file, imports: target, rule: throughContract.rule })
			}
			const isOwn = own !== undefined && target.startsWith(`functions/${own}/`)
			if (!isOwn && !rule.mayImport.some((allowed) => allowed.test(target))) {
				found.push({ file, imports: target, rule: rule.rule })
			}
		}
	}
	return found
}

function relativeTo(path: string, specifier: string, root: string, seenFrom: string): string {
	const target = resolve(dirname(path), specifier)
	const inside = relative(root, target)
	return inside.startsWith('..') ? relative(seenFrom, target) : inside
}

const FOLDERS = ['shared', 'functions', 'devices', 'infra', 'web']

function sources(root: string): string[] {
	return FOLDERS.flatMap((folder) => {
		try {
			return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
				.map((entry) => join(entry.parentPath, entry.name))
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
			throw error
		}
	})
}

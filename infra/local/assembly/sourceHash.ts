import { hashOf, siteSources } from '../../site/siteSources.ts'

/** Everything that the template and the bundles are made from, the pages among them. */
const inputs = [
	'infra/app.ts',
	'infra/stack.ts',
	'infra/context.ts',
	'infra/stages',
	'infra/constructs',
	'functions',
	'devices/codecs',
	...siteSources,
]

/** Changes when synthesis would give something else. Throws if an input cannot be read. */
export const sourceHash = (): string => hashOf(inputs)

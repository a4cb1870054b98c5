import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { context } from '../../infra/context.ts'
import { knownStages, readStage } from '../../infra/stages/readStage.ts'
import { Stage } from '../../infra/stages/stage.ts'
import { stageStack } from '../../infra/stages/stageStack.ts'
import { type Synthesized, synthesizedFrom } from './synthesized.ts'

/** A sign-in that no stage that comes along has. */
const withUserPool = Stage.parse({
	description: 'a township with a user pool',
	region: 'ap-southeast-1',
	cell: 'a',
	signIn: { by: 'cognito', domain: 'qinglong', pages: ['https://yard.example'] },
	operators: { emails: ['ops@yard.example'] },
})

/** A county as a customer in China has it: a stage of his own, made of ours. */
export const countyInChina = Stage.parse({ ...readStage('county'), partition: 'aws-cn', region: 'cn-north-1' })

/** The template of every stage, by its name, without the bundles of the functions. */
export const everyStage = (): readonly (readonly [stage: string, stack: Synthesized])[] => {
	const outdir = mkdtempSync(join(tmpdir(), 'stages-'))
	try {
		const app = new App({ outdir, analyticsReporting: false, context: { ...context, 'aws:cdk:bundling-stacks': [] } })
		const stacks = [
			...knownStages().map((name) => [name, stageStack(app, name, readStage(name))] as const),
			['countyInChina', stageStack(app, 'countyInChina', countyInChina)] as const,
			['withUserPool', stageStack(app, 'withUserPool', withUserPool)] as const,
		]
		return stacks.map(([name, stack]) => [name, synthesizedFrom(JSON.stringify(Template.fromStack(stack).toJSON()))])
	} finally {
		rmSync(outdir, { recursive: true, force: true })
	}
}

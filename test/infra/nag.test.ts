import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { context } from '../../infra/context.ts'
import { knownStages, readStage } from '../../infra/stages/readStage.ts'
import { stageStack } from '../../infra/stages/stageStack.ts'
import { countyInChina } from './everyStage.ts'

const folder = mkdtempSync(join(tmpdir(), 'nag-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let app: App
beforeAll(() => {
	// What is in the bundles is no matter of these rules.
	app = new App({ outdir: folder, analyticsReporting: false, context: { ...context, 'aws:cdk:bundling-stacks': [] } })
	for (const name of knownStages()) stageStack(app, name, readStage(name))
	stageStack(app, 'countyInChina', countyInChina)
	app.synth()
}, 120_000)

const findings = (pack: NagPack) =>
	pack.validateScope(app).violations.map((violation) => `${violation.ruleName} ${JSON.stringify(violation)}`)

describe('the template of every stage, in both partitions', () => {
	it('has no finding of the AwsSolutions rules that is not accepted with a reason', () => {
		expect(findings(new AwsSolutionsChecks(app))).toEqual([])
	})

	it('has no finding of the Serverless rules that is not accepted with a reason', () => {
		expect(findings(new ServerlessChecks(app))).toEqual([])
	})
})

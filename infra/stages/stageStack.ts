import type { App } from 'aws-cdk-lib'
import { GreenCourtyard } from '../stack.ts'
import type { Stage } from './stage.ts'

/** The stack of a stage; its name on AWS is `GreenCourtyard`, with a cell `GreenCourtyard-<cell>`. */
export const stageStack = (app: App, id: string, stage: Stage): GreenCourtyard =>
	new GreenCourtyard(app, id, {
		stage,
		stackName: stage.cell === undefined ? 'GreenCourtyard' : `GreenCourtyard-${stage.cell}`,
		// Not deleted by mistake: docs/operations.md says how it is meant.
		terminationProtection: true,
		...(stage.region !== undefined && { env: { region: stage.region } }),
	})

import { Construct } from 'constructs'
import { dashboard } from './dashboard.ts'
import type { Parts } from './parts.ts'
import { serviceAlarms } from './serviceAlarms.ts'

/** What the operators see of the service: its alarms, and one dashboard. */
export class Observability extends Construct {
	constructor(scope: Construct, id: string, parts: Parts) {
		super(scope, id)
		for (const watch of serviceAlarms(parts)) parts.operators.watch(this, watch.runbook, watch)
		dashboard(this, parts, parts.operators.alarms)
	}
}

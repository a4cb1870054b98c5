import * as z from '../../../shared/contract/zod.ts'
import type { RunningEdition } from '../runningEdition.ts'

const Outputs = z.object({
	RuleName: z.string(),
	DevicePolicyName: z.string(),
	DisplayPolicyName: z.string(),
	ClaimPolicyName: z.string(),
	ProvisioningTemplateName: z.string(),
	TelemetryQueueUrl: z.url(),
	DeadLetterQueueUrl: z.url(),
	RuleErrorsQueueUrl: z.url(),
	RegistryTable: z.string(),
	TelemetryTable: z.string(),
	ScoresTable: z.string(),
	TasksTable: z.string(),
})

/** The template's outputs, as tools on this machine look for them. */
export const readOutputs = (
	outputs: Readonly<Record<string, string>>,
): Pick<RunningEdition, 'rule' | 'policies' | 'provisioning' | 'tables' | 'queues'> => {
	const out = Outputs.parse(outputs)
	return {
		rule: out.RuleName,
		policies: { device: out.DevicePolicyName, display: out.DisplayPolicyName },
		provisioning: { template: out.ProvisioningTemplateName, policy: out.ClaimPolicyName },
		tables: {
			registry: out.RegistryTable,
			telemetry: out.TelemetryTable,
			scores: out.ScoresTable,
			tasks: out.TasksTable,
		},
		queues: {
			telemetry: out.TelemetryQueueUrl,
			deadLetter: out.DeadLetterQueueUrl,
			ruleErrors: out.RuleErrorsQueueUrl,
		},
	}
}

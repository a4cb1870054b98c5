import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPolicy, CfnProvisioningTemplate } from 'aws-cdk-lib/aws-iot'
import { Construct } from 'constructs'
import { provisionedPartition } from '../../functions/adapters/tables/tableKeys.ts'
import { accepted, acceptedWildcard } from './accepted.ts'
import { claimPolicy } from './iotPolicies.ts'
import type { Operators } from './operators.ts'
import { ServiceFunction } from './serviceFunction.ts'
import type { Tables } from './tables.ts'

/** Devices name it in the topic that they are provisioned by, so it is fixed. */
export const templateName = 'sanitation_devices'

export interface ProvisioningProps {
	readonly operators: Operators
	readonly tables: Tables
	/** What a provisioned device may do. */
	readonly devicePolicy: CfnPolicy
}

/**
 * How a sensor or gateway fetches its own certificate: by a claim certificate that all of a delivery share, once for each
 * serial number that the registry has.
 */
export class Provisioning extends Construct {
	readonly claimPolicy: CfnPolicy
	readonly template: CfnProvisioningTemplate
	/** The hook. */
	readonly service: ServiceFunction

	constructor(scope: Construct, id: string, { operators, tables, devicePolicy }: ProvisioningProps) {
		super(scope, id)
		this.claimPolicy = new CfnPolicy(this, 'ClaimPolicy', { policyDocument: claimPolicy(this, templateName) })
		this.service = new ServiceFunction(this, 'Service', {
			name: 'provision',
			description: 'Whether a device that shows the claim certificate gets one of its own',
			// AWS IoT waits for five seconds, and a start is part of them: more memory is more processor.
			memorySize: 1024,
			timeout: Duration.seconds(5),
			alarm: {
				errors: 1,
				minutes: 5,
				title: { zh: '设备领不到证书', en: 'Provision fails' },
				meaning: 'Devices that fetch their certificates are refused by a fault of ours. Read its log.',
			},
			operators,
		})
			.uses(tables.registry, ['Query', 'GetItem'])
			.usesPartition(tables.registry, ['PutItem'], provisionedPartition)
		accepted(this.service, 'Serverless-LambdaDLQ', 'AWS IoT waits for the answer; the device asks again.')

		const { region, account, partition } = Stack.of(this)
		const iot = (resource: string): string => `arn:${partition}:iot:${region}:${account}:${resource}`
		this.service.lambda.addPermission('AwsIot', {
			principal: new ServicePrincipal('iot.amazonaws.com'),
			sourceArn: iot(`provisioningtemplate/${templateName}`),
			sourceAccount: account,
		})
		const role = this.provisioningRole(iot, devicePolicy)
		this.template = new CfnProvisioningTemplate(this, 'Template', {
			templateName,
			templateType: 'FLEET_PROVISIONING',
			description: 'One thing and one certificate for each device of the registry',
			enabled: true,
			provisioningRoleArn: role.roleArn,
			preProvisioningHook: { targetArn: this.service.lambda.functionArn, payloadVersion: '2020-04-01' },
			templateBody: Stack.of(this).toJsonString(templateBody(devicePolicy)),
		})
		// AWS IoT checks at creation that it may call the function and take the role.
		this.template.node.addDependency(role, this.service)
	}

	/** What AWS IoT does on behalf of the template. The managed policy for it also makes policies, groups and more. */
	private provisioningRole(iot: (resource: string) => string, devicePolicy: CfnPolicy): Role {
		const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
		const things = iot('thing/*')
		const certificates = iot('cert/*')
		const grant = (actions: string[], resources: string[]) =>
			role.addToPolicy(new PolicyStatement({ actions, resources }))
		grant(['iot:CreateThing', 'iot:DescribeThing', 'iot:UpdateThing', 'iot:ListThingPrincipals'], [things])
		grant(['iot:AttachThingPrincipal'], [things, certificates])
		grant(
			['iot:DescribeCertificate', 'iot:UpdateCertificate', 'iot:ListPrincipalThings', 'iot:ListAttachedPolicies'],
			[certificates],
		)
		grant(['iot:AttachPolicy', 'iot:AttachPrincipalPolicy'], [certificates])
		grant(['iot:GetPolicy'], [devicePolicy.attrArn])
		const reason = 'Things and certificates are made by what this role is for; their names are not known before.'
		for (const arn of [things, certificates]) acceptedWildcard(role, arn, reason)
		return role
	}
}

/** Everything but the serial number is said by the hook, which asks the registry. */
const templateBody = (devicePolicy: CfnPolicy) => ({
	Parameters: Object.fromEntries(
		['SerialNumber', 'ThingName', 'Courtyard', 'Kind', 'AWS::IoT::Certificate::Id'].map((name) => [
			name,
			{ Type: 'String' },
		]),
	),
	Resources: {
		thing: {
			Type: 'AWS::IoT::Thing',
			Properties: {
				ThingName: { Ref: 'ThingName' },
				AttributePayload: { courtyard: { Ref: 'Courtyard' }, kind: { Ref: 'Kind' } },
			},
		},
		certificate: {
			Type: 'AWS::IoT::Certificate',
			Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'ACTIVE' },
		},
		policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: devicePolicy.ref } },
	},
})

import { Duration, Stack } from 'aws-cdk-lib'
import type { CfnPolicy } from 'aws-cdk-lib/aws-iot'
import { Construct } from 'constructs'
import { accepted } from './accepted.ts'
import type { IotDataEndpoint } from './iotDataEndpoint.ts'
import type { Operators } from './operators.ts'
import { ServiceFunction } from './serviceFunction.ts'

export interface EnrolmentProps {
	readonly operators: Operators
	readonly endpoint: IotDataEndpoint
	/** What sensors and gateways may do, and what displays may. */
	readonly policies: { readonly devicePolicy: CfnPolicy; readonly displayPolicy: CfnPolicy }
}

/** Makes and revokes certificates for administrators. Apart from the API, which everybody calls, so that only this one may. */
export class Enrolment extends Construct {
	readonly service: ServiceFunction

	constructor(scope: Construct, id: string, { operators, endpoint, policies }: EnrolmentProps) {
		super(scope, id)
		const things = this.iot('thing/*')
		const certificates = this.iot('cert/*')
		const unknown = 'Things and certificates are what it makes; their names are not known before.'
		this.service = new ServiceFunction(this, 'Service', {
			name: 'enrol',
			description: 'Certificates of devices: makes and revokes them for administrators',
			memorySize: 512,
			// The API waits for it, 29 seconds at most.
			timeout: Duration.seconds(20),
			alarm: {
				errors: 1,
				minutes: 5,
				title: { zh: '设备证书生成或吊销失败', en: 'Enrol fails' },
				meaning: 'Administrators cannot make or revoke certificates of devices. Read its log.',
			},
			operators,
		})
			.setting('DEVICE_POLICY', policies.devicePolicy.ref)
			.setting('DISPLAY_POLICY', policies.displayPolicy.ref)
			// CreateCertificateFromCsr knows no resource: `*` is the only one it takes.
			.allowBelow(['iot:CreateCertificateFromCsr'], '*', 'CreateCertificateFromCsr knows no resource.')
			.allowBelow(
				['iot:CreateThing', 'iot:UpdateThing', 'iot:ListThingPrincipals', 'iot:AttachThingPrincipal'],
				things,
				unknown,
			)
			.allowBelow(
				['iot:AttachThingPrincipal', 'iot:AttachPolicy', 'iot:DescribeCertificate', 'iot:UpdateCertificate'],
				certificates,
				unknown,
			)
		endpoint.toldTo(this.service)
		accepted(this.service, 'Serverless-LambdaDLQ', 'Called by the API, which hands the fault to whoever asked.')
	}

	/** Lets the function ask for certificates. */
	askedBy(service: ServiceFunction): void {
		const { functionName, functionArn } = this.service.lambda
		service.setting('ENROL_FUNCTION', functionName).allow(['lambda:InvokeFunction'], functionArn)
	}

	private iot(resource: string): string {
		const { partition, region, account } = Stack.of(this)
		return `arn:${partition}:iot:${region}:${account}:${resource}`
	}
}

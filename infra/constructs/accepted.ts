import { Stack, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import * as z from '../../shared/contract/zod.ts'

/** A finding of cdk-nag (test/infra/nag.test.ts) that we have read and accept here, and why. */
export const accepted = (construct: IConstruct, rule: string, reason: string): void =>
	Validations.of(construct).acknowledge({ id: rule, reason })

/** The same for a right on more than one resource: only on these, as granted to the construct's role. */
export const acceptedWildcard = (construct: IConstruct, arn: string, reason: string): void =>
	accepted(construct, `AwsSolutions-IAM5[Resource::${flat(Stack.of(construct).resolve(arn))}]`, reason)

const Join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) })
const GetAtt = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
const Ref = z.object({ Ref: z.string() })

/** A value of the template in the form in which cdk-nag names it: `arn:<AWS::Partition>:iot:…`. */
const flat = (value: unknown): string => {
	if (typeof value === 'string') return value
	const join = Join.safeParse(value).data?.['Fn::Join']
	if (join) return join[1].map(flat).join(join[0])
	const attribute = GetAtt.safeParse(value).data?.['Fn::GetAtt']
	return `<${attribute ? attribute.join('.') : Ref.parse(value).Ref}>`
}

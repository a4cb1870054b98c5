import { CfnParameter, Token } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** A text that each deployment must give; its name is the parameter's. */
export const textParameter = (scope: Construct, name: string, description: string): string => {
	const declared = new CfnParameter(scope, name, { type: 'String', description, minLength: 1 })
	declared.overrideLogicalId(name)
	return declared.valueAsString
}

/** A number of days that a deployment may change. */
export const daysParameter = (scope: Construct, name: string, preset: number, meaning: string): string => {
	const description = `${meaning}, days`
	const declared = new CfnParameter(scope, name, { type: 'Number', description, default: preset, minValue: 1 })
	declared.overrideLogicalId(name)
	return Token.asString(declared.value)
}

/** A key that each deployment makes up and keeps: never shown by CloudFormation. */
export const keyParameter = (scope: Construct, name: string, description: string): string => {
	const declared = new CfnParameter(scope, name, { type: 'String', description, minLength: 16, noEcho: true })
	declared.overrideLogicalId(name)
	return declared.valueAsString
}

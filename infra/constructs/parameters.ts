import { CfnParameter, Token } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** A text that each deployment must give, or may change where there is a preset; its name is the parameter's. */
export const textParameter = (scope: Construct, name: string, description: string, preset?: string): string => {
	const declared = new CfnParameter(scope, name, {
		type: 'String',
		description,
		minLength: 1,
		...(preset !== undefined && { default: preset }),
	})
	declared.overrideLogicalId(name)
	return declared.valueAsString
}

/** One of some words, the first unless a deployment says otherwise. */
export const choiceParameter = (
	scope: Construct,
	name: string,
	description: string,
	choices: readonly [string, ...string[]],
): string => {
	const declared = new CfnParameter(scope, name, {
		type: 'String',
		description,
		default: choices[0],
		allowedValues: [...choices],
	})
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

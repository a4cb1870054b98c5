import * as z from '../../../shared/contract/zod.ts'

/** Any JSON value, as a template holds it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
	readonly [key: string]: Json
}

const JsonValue: z.ZodMiniType<Json> = z.json()
const properties: z.ZodMiniType<JsonObject> = z.record(z.string(), JsonValue)

export const TemplateResource = z.object({
	Type: z.string(),
	Condition: z.optional(z.string()),
	Properties: z._default(properties, {}),
})
export type TemplateResource = z.infer<typeof TemplateResource>

/**
 * A CloudFormation template, as far as one machine needs it. Strict: a section that is not listed (a transform, a
 * nested include) would change what the rest means.
 */
export const Template = z.strictObject({
	AWSTemplateFormatVersion: z.optional(z.string()),
	Description: z.optional(z.string()),
	Metadata: z.optional(z.unknown()),
	/** Assertions that CloudFormation checks before a deployment; there is none here. */
	Rules: z.optional(z.unknown()),
	Parameters: z._default(z.record(z.string(), z.object({ Type: z.string(), Default: z.optional(JsonValue) })), {}),
	Mappings: z._default(z.record(z.string(), z.record(z.string(), z.record(z.string(), JsonValue))), {}),
	Conditions: z._default(z.record(z.string(), JsonValue), {}),
	Resources: z.record(z.string(), TemplateResource),
	Outputs: z._default(z.record(z.string(), z.object({ Value: JsonValue, Condition: z.optional(z.string()) })), {}),
})
export type Template = z.infer<typeof Template>

export const isObject = (value: Json): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** The only key of an object that has one, else undefined: an intrinsic is written that way. */
export const onlyKey = (value: JsonObject): string | undefined => {
	const keys = Object.keys(value)
	return keys.length === 1 ? keys[0] : undefined
}

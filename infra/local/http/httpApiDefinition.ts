import * as z from '../../../shared/contract/zod.ts'
import { parseResourceProperties, templateNumber, withoutEffectHere } from '../resourceProperties.ts'
import { StartError } from '../startError.ts'
import type { ResolvedResource } from '../template/resolveTemplate.ts'
import { parseRouteKey, type Route } from './routes.ts'

export interface JwtAuthorizer {
	readonly issuer: string
	readonly audience: readonly string[]
}

export interface ApiRoute extends Route {
	readonly functionArn: string
	/** Milliseconds the gateway waits for the function. */
	readonly timeout: number
	readonly authorizer?: JwtAuthorizer
}

export interface HttpApiDefinition {
	readonly apiId: string
	readonly routes: readonly ApiRoute[]
}

const Api = z.strictObject({
	Name: withoutEffectHere,
	Description: withoutEffectHere,
	ProtocolType: z.literal('HTTP'),
	Tags: withoutEffectHere,
})

const Stage = z.strictObject({
	ApiId: z.string(),
	// Any other stage would put its name before every path.
	StageName: z.literal('$default'),
	AutoDeploy: withoutEffectHere,
	AccessLogSettings: withoutEffectHere,
	// The throttle keeps strangers from driving up a bill; there is none here.
	DefaultRouteSettings: withoutEffectHere,
	Tags: withoutEffectHere,
})

const Integration = z.strictObject({
	ApiId: z.string(),
	IntegrationType: z.literal('AWS_PROXY'),
	IntegrationUri: z.string(),
	PayloadFormatVersion: z.literal('2.0'),
	TimeoutInMillis: z._default(templateNumber, 30_000),
})

const Authorizer = z.strictObject({
	ApiId: z.string(),
	Name: withoutEffectHere,
	AuthorizerType: z.literal('JWT'),
	IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
	JwtConfiguration: z.strictObject({ Audience: z.array(z.string()).check(z.minLength(1)), Issuer: z.url() }),
})

const RouteProperties = z.strictObject({
	ApiId: z.string(),
	RouteKey: z.string(),
	Target: z.templateLiteral(['integrations/', z.string()]),
	AuthorizationType: z._default(z.enum(['NONE', 'JWT']), 'NONE'),
	AuthorizerId: z.optional(z.string()),
})

/**
 * The HTTP API of the template: its routes, each with its function and authorizer. Throws a StartError naming the
 * resource if there is not exactly one API, or if it asks for something that the local gateway would not do.
 */
export const httpApiFromTemplate = (resources: readonly ResolvedResource[]): HttpApiDefinition => {
	const parse = <Schema extends z.ZodMiniType>(type: string, schema: Schema) =>
		resources
			.filter((resource) => resource.type === type)
			.map((resource) => ({
				ref: resource.ref,
				logicalId: resource.logicalId,
				properties: parseResourceProperties(schema, resource.logicalId, type, resource.properties),
			}))
	const apis = parse('AWS::ApiGatewayV2::Api', Api)
	const [api] = apis
	if (api === undefined || apis.length > 1) throw oneApiOnly(apis.length)
	parse('AWS::ApiGatewayV2::Stage', Stage)
	const integrations = new Map(
		parse('AWS::ApiGatewayV2::Integration', Integration).map(({ ref, properties }) => [ref, properties]),
	)
	const authorizers = new Map(
		parse('AWS::ApiGatewayV2::Authorizer', Authorizer).map(({ ref, properties }) => [ref, properties.JwtConfiguration]),
	)
	const routes = parse('AWS::ApiGatewayV2::Route', RouteProperties).map(({ logicalId, properties }): ApiRoute => {
		const integration = integrations.get(properties.Target.slice('integrations/'.length))
		const jwt = authorizers.get(properties.AuthorizerId ?? '')
		if (integration === undefined) throw dangling(logicalId, `integration ${properties.Target}`)
		if (properties.AuthorizationType === 'JWT' && jwt === undefined) throw dangling(logicalId, 'authorizer')
		return {
			...parseRouteKey(properties.RouteKey),
			functionArn: integration.IntegrationUri,
			timeout: integration.TimeoutInMillis,
			...(jwt && { authorizer: { issuer: jwt.Issuer, audience: jwt.Audience } }),
		}
	})
	return { apiId: api.ref, routes }
}

const oneApiOnly = (found: number) =>
	new StartError({
		message: `The template has ${found} HTTP APIs; the local edition serves exactly one.`,
		remedy: 'Change the stack, or teach infra/local/http to serve several.',
	})

const dangling = (route: string, what: string) =>
	new StartError({ message: `The route ${route} names no ${what} of the template.`, remedy: 'Correct the stack.' })

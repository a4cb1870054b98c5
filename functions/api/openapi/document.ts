import type * as z from '../../../shared/contract/zod.ts'
import { LINK } from '../http/headers.ts'
import type { ApiPorts } from '../ports.ts'
import { everyRoom, routesIn } from '../rooms.ts'
import { type JsonSchema, JsonSchemas } from './jsonSchemas.ts'
import { operationOf, templateOf } from './operation.ts'
import { sharedResponses } from './responses.ts'
import { roomNames } from './roomNames.ts'

/** A document only reads what routes say; nothing is run. */
const noPorts = {} as ApiPorts

const info = {
	title: 'Green Courtyard 绿色院落',
	summary:
		'Toilets, garbage and sewage of a township: measured, scored, repaired and ranked 厕所、垃圾、污水：监测、评分、维修、评比',
	description:
		'Times are ISO 8601, days and months those of Asia/Shanghai. Who may call an operation stands in `x-roles`, Chinese words in `x-zh`. ' +
		'时间为 ISO 8601，日和月按北京时间；可调用的角色见 `x-roles`，中文说明见 `x-zh`。',
	license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

/**
 * The OpenAPI 3.1 document of the API, made from what its routes say.
 * @param named the schemas that become components, and their names
 * @param version of the software
 */
export async function documentOf(named: ReadonlyMap<z.ZodMiniType, string>, version: string): Promise<JsonSchema> {
	const schemas = new JsonSchemas(named)
	const paths: Record<string, JsonSchema> = {}
	for (const room of everyRoom) {
		for (const route of await routesIn(room, noPorts)) {
			const path = templateOf(route.path)
			paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(room, route, schemas) }
		}
	}
	const responses = sharedResponses(schemas)
	return {
		openapi: '3.1.1',
		info: { ...info, version },
		servers: [{ url: '/' }],
		tags: everyRoom.map((name) => ({
			name,
			description: roomNames[name].en,
			'x-zh': { description: roomNames[name].zh },
		})),
		paths,
		components: {
			schemas: schemas.components,
			responses,
			securitySchemes: {
				bearer: {
					type: 'http',
					scheme: 'bearer',
					bearerFormat: 'JWT',
					description: 'A token of the identity provider 身份认证服务签发的令牌',
				},
				taskLink: {
					type: 'apiKey',
					in: 'header',
					name: LINK.name,
					description: `${LINK.description.en} ${LINK.description.zh}`,
				},
			},
		},
	}
}

import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { rolesOf } from '../../../functions/api/http/route.ts'
import { documentOf } from '../../../functions/api/openapi/document.ts'
import { namedSchemas } from '../../../functions/api/openapi/namedSchemas.ts'
import { operationIdOf, templateOf } from '../../../functions/api/openapi/operation.ts'
import * as z from '../../../shared/contract/zod.ts'
import { callers, freshRoutes, viewerFor } from './everybody.ts'
import { expectations } from './expectations.ts'

const Operation = z.looseObject({
	operationId: z.string(),
	tags: z.array(z.string()).check(z.length(1)),
	summary: z.string().check(z.minLength(1)),
	'x-zh': z.object({ summary: z.string().check(z.regex(/\p{Script=Han}/u)), description: z.optional(z.string()) }),
	'x-roles': z.array(z.string()).check(z.minLength(1)),
})
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

const contract = fileURLToPath(new URL('../../../shared/contract', import.meta.url))
const document = await documentOf(await namedSchemas(contract), '0.0.0')
const text = JSON.stringify(document)
const { paths } = Document.parse(document)
const { routes } = await freshRoutes()
const operationOf = ({ method, path }: { method: string; path: string }) =>
	paths[templateOf(path)]?.[method.toLowerCase()]

test('the document of the API is OpenAPI 3.1, and everything it refers to is there', async () => {
	const validator = new Validator()
	expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true })
	expect(validator.version).toBe('3.1')
	expect(() => validator.resolveRefs()).not.toThrow()
	const known = new Set(
		Object.keys(z.object({ schemas: z.record(z.string(), z.unknown()) }).parse(document.components).schemas),
	)
	const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name))
	expect([...referred].filter((name) => !known.has(name))).toEqual([])
})

test('it has every operation of the API and no other, each under a name of its own', () => {
	const there = Object.values(paths).flatMap((operations) => Object.values(operations))
	expect(there.map(({ operationId }) => operationId).toSorted()).toEqual(routes.map(operationIdOf).toSorted())
	expect(new Set(there.map(({ operationId }) => operationId)).size).toBe(there.length)
})

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
	'who the document says may call %s is who gets past the door',
	(name, route) => {
		const roles = operationOf(route)?.['x-roles'] ?? []
		expect(roles).toEqual(rolesOf(route))
		for (const [i, caller] of callers.entries()) {
			const status = expectations[name]?.answers[i] ?? 0
			const { role } = viewerFor(caller)
			if (!roles.includes(role)) expect([401, 403]).toContain(status)
			if (status < 400) expect(roles).toContain(role)
		}
	},
)

test('a problem is told in English, and in Chinese beside it', () => {
	const { properties, required } = z
		.object({
			schemas: z.object({
				Problem: z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) }),
			}),
		})
		.parse(document.components).schemas.Problem
	expect(required).toEqual(expect.arrayContaining(['title', 'zh']))
	expect(properties).toMatchObject({
		zh: { required: ['title'], properties: { title: {}, detail: {} } },
		errors: { items: { required: ['field', 'message', 'zh'] } },
	})
})

import { isObject, type Json, type JsonObject, onlyKey } from './template.ts'

/** What an intrinsic may ask about the rest of the template. Each throws if it has no answer. */
export interface Scope {
	readonly ref: (name: string) => Json | typeof noValue
	readonly attribute: (logicalId: string, attribute: string) => Json
	readonly condition: (name: string) => boolean
	readonly mapping: (map: string, first: string, second: string) => Json
	/** Called with what cannot be resolved, in words; it knows where we are. */
	readonly fail: (problem: string) => never
}

/** `AWS::NoValue`: the property is as if it were not there. */
export const noValue: unique symbol = Symbol('AWS::NoValue')

type Resolved = Json | typeof noValue

/** The value with every intrinsic in it replaced by what it stands for. Pure but for what the scope answers. */
export const resolve = (value: Json, scope: Scope): Resolved => {
	if (Array.isArray(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue)
	if (!isObject(value)) return value
	const key = onlyKey(value)
	if (key === 'Ref') return scope.ref(text(value.Ref, 'Ref', scope))
	if (key?.startsWith('Fn::')) return apply(key, value[key] ?? null, scope)
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, item]) => {
			const resolved = resolve(item, scope)
			return resolved === noValue ? [] : [[name, resolved]]
		}),
	)
}

const apply = (name: string, argument: Json, scope: Scope): Resolved => {
	switch (name) {
		case 'Fn::GetAtt':
			return getAtt(argument, scope)
		case 'Fn::Join':
			return list(argument, name, scope, ([separator, items]) =>
				texts(items, name, scope).join(text(separator, name, scope)),
			)
		case 'Fn::Sub':
			return substitute(argument, scope)
		case 'Fn::Select':
			return list(argument, name, scope, ([index, items]) => select(index, items, scope))
		case 'Fn::Split':
			return list(argument, name, scope, ([separator, whole]) =>
				text(whole, name, scope).split(text(separator, name, scope)),
			)
		case 'Fn::If':
			return list(argument, name, scope, ([condition, yes, no]) =>
				resolve((scope.condition(text(condition, name, scope)) ? yes : no) ?? null, scope),
			)
		case 'Fn::FindInMap':
			return list(argument, name, scope, ([map, first, second]) =>
				scope.mapping(text(map, name, scope), text(first, name, scope), text(second, name, scope)),
			)
		default:
			return scope.fail(`the intrinsic ${name} is not known here`)
	}
}

const getAtt = (argument: Json, scope: Scope): Json => {
	const [logicalId, ...path] = typeof argument === 'string' ? argument.split('.') : texts(argument, 'Fn::GetAtt', scope)
	if (logicalId === undefined || path.length === 0) return scope.fail('Fn::GetAtt wants a resource and an attribute')
	return scope.attribute(logicalId, path.join('.'))
}

const substitute = (argument: Json, scope: Scope): Json => {
	const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}]
	const given: JsonObject = variables !== undefined && isObject(variables) ? variables : {}
	return text(pattern, 'Fn::Sub', scope).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal, name: string) => {
		if (literal === '!') return `\${${name}}`
		const own = given[name]
		if (own !== undefined) return text(own, 'Fn::Sub', scope)
		const dot = name.indexOf('.')
		const value = dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1))
		return value === noValue ? scope.fail('Fn::Sub of AWS::NoValue') : String(value)
	})
}

const select = (index: Json | undefined, items: Json | undefined, scope: Scope): Json => {
	const at = Number(text(index, 'Fn::Select', scope))
	const chosen = texts(items, 'Fn::Select', scope)[at]
	return chosen ?? scope.fail(`Fn::Select finds nothing at ${at}`)
}

const list = <Result>(argument: Json, name: string, scope: Scope, use: (items: readonly Json[]) => Result): Result =>
	Array.isArray(argument) ? use(argument) : scope.fail(`${name} wants a list`)

const text = (value: Json | undefined, name: string, scope: Scope): string => {
	const resolved = value === undefined ? null : resolve(value, scope)
	if (typeof resolved === 'string' || typeof resolved === 'number') return String(resolved)
	return scope.fail(`${name} wants text where it has ${JSON.stringify(value) ?? 'nothing'}`)
}

const texts = (value: Json | undefined, name: string, scope: Scope): readonly string[] => {
	const resolved = value === undefined ? null : resolve(value, scope)
	return Array.isArray(resolved)
		? resolved.map((item) => text(item, name, scope))
		: scope.fail(`${name} wants a list where it has ${JSON.stringify(value) ?? 'nothing'}`)
}

import { StartError } from '../startError.ts'
import { holds } from './conditions.ts'
import { type Identity, identify, nameProperty, type Place } from './identity.ts'
import { noValue, resolve, type Scope } from './intrinsics.ts'
import { physicalNames } from './physicalNames.ts'
import { isCustomResourceProvider, withLocalCounterpart, withoutLocalCounterpart } from './resourceTypes.ts'
import { isObject, type Json, type JsonObject, type Template, type TemplateResource } from './template.ts'

/** A resource that runs here, every intrinsic in its properties replaced. */
export interface ResolvedResource {
	readonly logicalId: string
	readonly type: string
	readonly name: string
	readonly arn: string
	readonly ref: string
	readonly properties: JsonObject
}

export interface ResolvedTemplate {
	readonly resources: readonly ResolvedResource[]
	readonly outputs: Readonly<Record<string, string>>
}

/**
 * The template as it is on this machine: the resources that run here, with local names, ARNs and addresses.
 * Throws a StartError naming the resource if it is of a type that is neither run nor knowingly left out here, or if
 * one of its properties says something that cannot be known here.
 */
export const resolveTemplate = (template: Template, place: Place): ResolvedTemplate => {
	refuseUnknownTypes(template)
	const resolver = new Resolver(template, place)
	const resources = Object.entries(template.Resources)
		.filter(([id, resource]) => runsHere(id, resource) && resolver.exists(resource))
		.map(([id, resource]) => resolver.resource(id, resource))
	const outputs = Object.entries(template.Outputs)
		.filter(([, output]) => resolver.exists(output))
		.map(([name, output]) => [name, String(resolver.value(output.Value, `Outputs.${name}`))])
	return { resources, outputs: Object.fromEntries(outputs) }
}

const runsHere = (logicalId: string, resource: TemplateResource): boolean =>
	withLocalCounterpart.has(resource.Type) && !isCustomResourceProvider(logicalId)

const refuseUnknownTypes = (template: Template): void => {
	const unknown = Object.entries(template.Resources).filter(
		([, { Type }]) => !withLocalCounterpart.has(Type) && !withoutLocalCounterpart.has(Type),
	)
	if (unknown.length === 0) return
	throw new StartError({
		message: `The local edition does not know ${unknown.map(([id, { Type }]) => `${Type} (${id})`).join(', ')}.`,
		remedy:
			'Give the type a counterpart in infra/local, or list it in infra/local/template/resourceTypes.ts with the reason why it has none.',
	})
}

class Resolver {
	private readonly template: Template
	private readonly place: Place
	private readonly names: ReadonlyMap<string, string>
	private readonly identities = new Map<string, Identity | 'in progress'>()

	constructor(template: Template, place: Place) {
		this.template = template
		this.place = place
		this.names = physicalNames(place.stackName, Object.keys(template.Resources))
	}

	exists({ Condition }: { readonly Condition?: string | undefined }): boolean {
		return Condition === undefined || this.condition(Condition, `Conditions.${Condition}`)
	}

	resource(logicalId: string, { Type, Properties }: TemplateResource): ResolvedResource {
		const { name, arn, ref } = this.identity(logicalId, logicalId)
		const properties = this.value(Properties, `${Type} ${logicalId}`)
		return { logicalId, type: Type, name, arn, ref, properties: isObject(properties) ? properties : {} }
	}

	/** @param where the place in the template, for the error */
	value(value: Json, where: string): Json {
		const resolved = resolve(value, this.scope(where))
		return resolved === noValue ? null : resolved
	}

	private scope(where: string): Scope {
		const fail = (problem: string): never => fault(where, problem)
		return {
			fail,
			ref: (name) => this.pseudoParameter(name) ?? this.parameter(name, fail) ?? this.identity(name, where).ref,
			attribute: (logicalId, attribute) =>
				this.identity(logicalId, where).attributes[attribute] ??
				fail(`Fn::GetAtt ${logicalId}.${attribute} is not known here`),
			condition: (name) => this.condition(name, where),
			mapping: (map, first, second) =>
				this.template.Mappings[map]?.[first]?.[second] ?? fail(`Fn::FindInMap ${map}.${first}.${second} is missing`),
		}
	}

	private condition(name: string, where: string): boolean {
		const condition = this.template.Conditions[name]
		return condition === undefined
			? fault(where, `the condition ${name} does not exist`)
			: holds(condition, this.scope(`Conditions.${name}`))
	}

	private pseudoParameter(name: string): string | typeof noValue | undefined {
		const { accountId, partition, region, stackName, urlSuffix } = this.place
		const values: Record<string, string | typeof noValue> = {
			'AWS::AccountId': accountId,
			'AWS::NoValue': noValue,
			'AWS::Partition': partition,
			'AWS::Region': region,
			'AWS::StackName': stackName,
			'AWS::StackId': `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
			'AWS::URLSuffix': urlSuffix,
		}
		return values[name]
	}

	private parameter(name: string, fail: (problem: string) => never): Json | undefined {
		const declared = this.template.Parameters[name]
		if (declared === undefined) return undefined
		return this.place.parameters[name] ?? declared.Default ?? fail(`the parameter ${name} has no value here`)
	}

	private identity(logicalId: string, where: string): Identity {
		const known = this.identities.get(logicalId)
		if (known === 'in progress') return fault(where, `Ref ${logicalId} goes in a circle`)
		if (known !== undefined) return known
		const resource = this.template.Resources[logicalId]
		if (resource === undefined || !this.exists(resource))
			return fault(where, `Ref ${logicalId}: there is no such thing`)
		this.identities.set(logicalId, 'in progress')
		const given = resource.Properties[nameProperty(resource.Type) ?? '']
		const name = given === undefined ? this.names.get(logicalId) : String(this.value(given, logicalId))
		const identity = identify(resource.Type, name ?? logicalId, resource.Properties, this.place)
		if (identity === undefined) return fault(where, `Ref ${logicalId}: a ${resource.Type} has no name here`)
		this.identities.set(logicalId, identity)
		return identity
	}
}

const fault = (where: string, problem: string): never => {
	throw new StartError({
		message: `The template cannot be resolved for this machine: ${where}: ${problem}.`,
		remedy: 'Change the stack, or teach infra/local/template what it stands for here.',
	})
}

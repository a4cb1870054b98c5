import { ArnFormat, CfnCondition, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { ServiceFunction } from './serviceFunction.ts'

/** What it takes to make and check the links that open a task without a password. */
export class TaskLinks extends Construct {
	private readonly keys: CfnParameter
	private readonly pages: CfnParameter
	private readonly isElsewhere: CfnCondition
	private apiUrl: string | undefined
	/** Where people open the pages, without a slash at the end. */
	readonly pagesUrl: string

	constructor(scope: Construct, id: string) {
		super(scope, id)
		this.keys = new CfnParameter(this, 'TaskLinkKeys', {
			type: 'String',
			description: 'Name of the SecureString in the Parameter Store with the keys that sign links (docs/operations.md)',
			default: '/green-courtyard/task-link-keys',
			allowedPattern: '^/.+',
		})
		this.keys.overrideLogicalId('TaskLinkKeys')
		this.pages = new CfnParameter(this, 'PagesUrl', {
			type: 'String',
			description: 'Where people open the pages, if under a name of your own: https://… without a slash at the end',
			default: '',
			allowedPattern: '^(https://.*[^/])?$',
		})
		this.pages.overrideLogicalId('PagesUrl')
		this.isElsewhere = new CfnCondition(this, 'HasPagesUrl', {
			expression: Fn.conditionNot(Fn.conditionEquals(this.pages.valueAsString, '')),
		})
		this.pagesUrl = Lazy.string({
			produce: () => Fn.conditionIf(this.isElsewhere.logicalId, this.pages.valueAsString, this.apiUrl).toString(),
		})
	}

	/** The address the pages have without a name of the customer's own. */
	openAt(apiUrl: string): this {
		this.apiUrl = apiUrl
		return this
	}

	/** Lets the function read the keys, and tells it where links lead. */
	usedBy(service: ServiceFunction): void {
		service
			.setting('TASK_LINK_KEYS', this.keys.valueAsString)
			.setting('PAGES_URL', this.pagesUrl)
			.allow(
				['ssm:GetParameter'],
				Stack.of(this).formatArn({
					service: 'ssm',
					// A name in the Parameter Store begins with a slash itself.
					resource: `parameter${this.keys.valueAsString}`,
					arnFormat: ArnFormat.NO_RESOURCE_NAME,
				}),
			)
	}
}

import {
	type AttributeValue,
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	QueryCommand,
	type QueryCommandInput,
	UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Task } from '../../../shared/contract/task/task.ts'
import { TaskState } from '../../../shared/contract/task/taskEvent.ts'
import { untoldOf } from '../../../shared/domain/alert/tidings.ts'
import { inStateSince } from '../../../shared/domain/task/taskState.ts'
import type { DueTasks, TaskList, TaskPage, TaskStore, UntoldTasks } from '../../../shared/ports/taskStore.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'
import { dueOf, ENDED, fromItem, iso, OPEN, TASK_PART, toItem, toldOn } from './taskItem.ts'

const DAY = 86_400_000

/** The states that lists have, in their order. */
const listed = TaskState.options
	.filter((state) => state !== 'withdrawn')
	.sort()
	.reverse()

/** Tasks in DynamoDB. A write names the version it replaces, so two writers can never undo each other. */
export class DynamoTaskStore implements TaskStore, DueTasks, TaskList, UntoldTasks {
	readonly #client: DynamoDBClient
	readonly #table: string

	constructor(client: DynamoDBClient, table: string) {
		this.#client = client
		this.#table = table
	}

	async get(id: string, consistency?: 'maybeOld'): Promise<Task | undefined> {
		const { Item } = await this.#client.send(
			new GetItemCommand({
				TableName: this.#table,
				ConsistentRead: consistency === undefined,
				Key: marshall({ task: id, part: TASK_PART }),
			}),
		)
		return Item && fromItem(unmarshall(Item))
	}

	async put(task: Task, expected: number | undefined): Promise<'stored' | 'conflict'> {
		const written = await unlessRefused(
			this.#client.send(
				new PutItemCommand({
					TableName: this.#table,
					Item: marshall(toItem(task), { removeUndefinedValues: true }),
					...(expected === undefined
						? { ConditionExpression: 'attribute_not_exists(task)' }
						: {
								ConditionExpression: 'version = :expected',
								ExpressionAttributeValues: marshall({ ':expected': expected }),
							}),
				}),
			),
		)
		return written === undefined ? 'conflict' : 'stored'
	}

	due(until: number): Promise<Task[]> {
		return this.#dueOf(OPEN, until)
	}

	async untold(until: number): Promise<Task[]> {
		const [open, ended] = await Promise.all([this.#dueOf(OPEN, until), this.#dueOf(ENDED, until)])
		return [...open, ...ended].filter((task) => untoldOf(task) !== undefined)
	}

	async handedOn(task: Task, news: string): Promise<void> {
		const { dueKind, dueAt } = dueOf({ ...task, handedOn: news })
		const stays = dueKind !== undefined && dueAt !== undefined
		await unlessRefused(
			this.#client.send(
				new UpdateItemCommand({
					TableName: this.#table,
					Key: marshall({ task: task.id, part: TASK_PART }),
					UpdateExpression: `SET handedOn = :news${stays ? ', dueKind = :kind, dueAt = :at' : ' REMOVE dueKind, dueAt'}`,
					ConditionExpression: 'version = :version',
					ExpressionAttributeValues: marshall({
						':news': news,
						':version': task.version,
						...(stays ? { ':kind': dueKind, ':at': dueAt } : {}),
					}),
				}),
			),
		)
	}

	async #dueOf(kind: string, until: number, from = 0): Promise<Task[]> {
		const found = await queryAll(this.#client, {
			...this.#byDue,
			KeyConditionExpression: 'dueKind = :kind AND dueAt BETWEEN :from AND :until',
			ExpressionAttributeValues: marshall({ ':kind': kind, ':from': iso(from), ':until': iso(until) }),
		})
		return found.map((item) => fromItem(unmarshall(item)))
	}

	async ofCourtyard(courtyard: string, state: TaskState | undefined, since?: number): Promise<Task[]> {
		// Of all states, what is older is not read: a courtyard gathers thousands of verified tasks.
		const ranges = state === undefined && since !== undefined ? listed : [state]
		const found = await Promise.all(
			ranges.map((one) => queryAll(this.#client, this.#inCourtyard(courtyard, one, since))),
		)
		const tasks = found.flat().map((item) => fromItem(unmarshall(item)))
		return since === undefined ? tasks : tasks.filter((task) => inStateSince(task) > since)
	}

	async endedBetween(after: number, until: number): Promise<Task[]> {
		const days = new Set<string>()
		for (let at = after; at < until; at += DAY) days.add(toldOn(iso(at)))
		const kinds = [ENDED, ...days.add(toldOn(iso(until)))]
		const tasks = (await Promise.all(kinds.map((kind) => this.#dueOf(kind, until, after)))).flat()
		const ended = tasks.filter((task) => inStateSince(task) > after && inStateSince(task) <= until)
		// One whose end was told meanwhile is found twice.
		return [...new Map(ended.map((task) => [task.id, task])).values()]
	}

	pageOfCourtyard(
		courtyard: string,
		state: TaskState | undefined,
		limit: number,
		after?: string,
	): Promise<TaskPage | 'bad-cursor'> {
		return this.#page({ ...this.#inCourtyard(courtyard, state), Limit: limit }, { courtyard }, 'stateSince', after)
	}

	openPage(limit: number, after?: string): Promise<TaskPage | 'bad-cursor'> {
		const query = {
			...this.#byDue,
			KeyConditionExpression: 'dueKind = :open',
			ExpressionAttributeValues: marshall({ ':open': OPEN }),
			Limit: limit,
		}
		return this.#page(query, { dueKind: OPEN }, 'dueAt', after)
	}

	get #byDue() {
		return { TableName: this.#table, IndexName: 'byDue' }
	}

	#inCourtyard(courtyard: string, state: TaskState | undefined, since?: number): QueryCommandInput {
		const range =
			state === undefined ? {} : { ':from': `${state}#${since === undefined ? '' : iso(since)}`, ':to': `${state}$` }
		return {
			TableName: this.#table,
			IndexName: 'byCourtyard',
			KeyConditionExpression:
				state === undefined ? 'courtyard = :courtyard' : 'courtyard = :courtyard AND stateSince BETWEEN :from AND :to',
			ExpressionAttributeValues: marshall({ ':courtyard': courtyard, ...range }),
			ScanIndexForward: false,
		}
	}

	/** A cursor is the sort key and the id of the last task of the page before, so nobody can leave the partition with it. */
	async #page(
		query: QueryCommandInput,
		partition: Record<string, string>,
		sortKey: string,
		after: string | undefined,
	): Promise<TaskPage | 'bad-cursor'> {
		const start = after === undefined ? undefined : /^([^~]{1,80})~([^~]{1,300})$/.exec(after)
		if (start === null) return 'bad-cursor'
		const [, sort = '', task = ''] = start ?? []
		const page = await this.#client.send(
			new QueryCommand({
				...query,
				...(start ? { ExclusiveStartKey: marshall({ ...partition, [sortKey]: sort, task, part: TASK_PART }) } : {}),
			}),
		)
		const next = page.LastEvaluatedKey && cursorOf(page.LastEvaluatedKey, sortKey)
		const tasks = (page.Items ?? []).map((item) => fromItem(unmarshall(item)))
		return { tasks, ...(next === undefined ? {} : { next }) }
	}
}

const cursorOf = (key: Record<string, AttributeValue>, sortKey: string): string =>
	`${key[sortKey]?.S ?? ''}~${key.task?.S ?? ''}`

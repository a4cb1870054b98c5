import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Task, type TaskState } from '../../shared/contract/task.ts'
import { alertIsDue } from '../../shared/domain/task/alarmTask.ts'
import type { DueTasks, TaskList, TaskStore } from '../../shared/ports/taskStore.ts'
import { unlessRefused } from './dynamoClient.ts'
import { queryAll } from './dynamoQuery.ts'

/** The part of a task's partition that is the task itself. */
const TASK_PART = 'task'

/** What the sweep looks for in the index `byDue`; a task that waits for nothing is not in it. */
export const DUE_ALERT = 'alert'

/** Tasks in DynamoDB. A write names the version it replaces, so two writers can never undo each other. */
export class DynamoTaskStore implements TaskStore, DueTasks, TaskList {
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

	async alertsDue(until: number): Promise<Task[]> {
		const found = await queryAll(this.#client, {
			TableName: this.#table,
			IndexName: 'byDue',
			KeyConditionExpression: 'dueKind = :kind AND dueAt <= :until',
			ExpressionAttributeValues: marshall({ ':kind': DUE_ALERT, ':until': new Date(until).toISOString() }),
		})
		return found.map((item) => fromItem(unmarshall(item)))
	}

	async ofCourtyard(courtyard: string, state: TaskState | undefined): Promise<Task[]> {
		const found = await queryAll(this.#client, {
			TableName: this.#table,
			IndexName: 'byCourtyard',
			KeyConditionExpression:
				state === undefined ? 'courtyard = :courtyard' : 'courtyard = :courtyard AND begins_with(stateSince, :state)',
			ExpressionAttributeValues: marshall({
				':courtyard': courtyard,
				...(state === undefined ? {} : { ':state': `${state}#` }),
			}),
			ScanIndexForward: false,
		})
		return found
			.map((item) => fromItem(unmarshall(item)))
			.filter((task) => state !== undefined || task.state !== 'withdrawn')
	}
}

const toItem = ({ id, ...task }: Task) => ({
	...task,
	task: id,
	part: TASK_PART,
	// A withdrawn task is in no list: it stays for those who still have its link.
	...(task.state === 'withdrawn' ? {} : { stateSince: `${task.state}#${new Date(task.alarm.raisedAt).toISOString()}` }),
	...(alertIsDue({ id, ...task })
		? { dueKind: DUE_ALERT, dueAt: new Date(task.alert.dueAt ?? task.alarm.raisedAt).toISOString() }
		: {}),
})

/** @throws when the item is not one this store wrote */
export function fromItem({ task, ...item }: Record<string, unknown>): Task {
	return Task.parse({ ...item, id: task })
}

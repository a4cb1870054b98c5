import type { Task } from '../../contract/task/task.ts'
import { isOpen } from './taskState.ts'

/** The outbox when there is something to tell. */
export const alertDue = (at: number): Task['alert'] => ({ dueAt: at })

/** True while the task is open and what is to be told has not been told. */
export const alertIsDue = (task: Task): boolean => isOpen(task.state) && task.alert.sentAt === undefined

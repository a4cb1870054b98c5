import type { Drafts } from '../../shared/ports/drafts.ts'
import { type DraftPorts, draftRankings } from '../../shared/work/draftRanking.ts'
import type { dynamoClient } from '../adapters/dynamoClient.ts'
import { DynamoDoubtReviews } from '../adapters/dynamoDoubtReviews.ts'
import { DynamoRankings } from '../adapters/dynamoRankings.ts'
import { DynamoTaskStore } from '../adapters/dynamoTaskStore.ts'
import { sha256 } from '../adapters/sha256.ts'

type Known = Pick<DraftPorts, 'registry' | 'scores' | 'inspections' | 'appeals'>

/** Drafts of rankings, on the stores that they alone use. */
export const wiredDrafts = (
	known: Known,
	client: ReturnType<typeof dynamoClient>,
	tables: { scores: string; tasks: string },
): Drafts =>
	draftRankings({
		...known,
		tasks: new DynamoTaskStore(client, tables.tasks),
		doubtReviews: new DynamoDoubtReviews(client, tables.scores),
		rankings: new DynamoRankings(client, tables.scores),
		digest: sha256,
		now: Date.now,
	})

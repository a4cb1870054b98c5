import type { Drafts } from '../../shared/ports/drafts.ts'
import { type DraftPorts, draftRankings } from '../../shared/work/draftRanking.ts'
import { sha256 } from '../adapters/lambda/sha256.ts'
import type { dynamoClient } from '../adapters/tables/dynamoClient.ts'
import { DynamoDoubtReviews } from '../adapters/tables/dynamoDoubtReviews.ts'
import { DynamoRankings } from '../adapters/tables/dynamoRankings.ts'
import { DynamoTaskStore } from '../adapters/tables/dynamoTaskStore.ts'

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

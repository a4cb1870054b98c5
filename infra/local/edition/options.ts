import type { WantedPorts } from './ports.ts'

export interface EditionOptions {
	/** Everything the edition keeps lies in this folder. */
	readonly dataFolder: string
	readonly ports: WantedPorts
	/** Without the demo township. */
	readonly empty: boolean
	/** How far back the demo township's history goes, days. */
	readonly historyDays: number
	/** Another DynamoDB-compatible engine instead of the built-in one. */
	readonly dynamodbEndpoint?: string
	/** For the person in front of it. */
	readonly say: (line: string) => void
}

/** What the pseudo parameters of the template say here. */
export const here = {
	partition: 'aws',
	region: 'us-east-1',
	accountId: '000000000000',
	urlSuffix: 'amazonaws.com',
} as const

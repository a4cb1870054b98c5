import { mkdir, writeFile } from 'node:fs/promises'
import { emptyHandler, sdkHandler } from './peers.ts'
import { startableBundles } from './startable.ts'

await mkdir('/tmp/sb/l', { recursive: true })
const started = [
	...(await startableBundles('/tmp/sb/l')),
	await emptyHandler('/tmp/sb'),
	await sdkHandler('/tmp/sb', 'bareSdk', 'trimmed'),
]
await writeFile('/tmp/sb/list.json', JSON.stringify(started))

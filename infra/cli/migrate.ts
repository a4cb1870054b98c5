import { layoutOf, migrate, migrations } from '../data/migrate.ts'
import { placeUsage, readOptions } from '../data/options.ts'
import { explained } from '../data/problems.ts'
import { dataPlace } from '../data/stores.ts'
import { runCommand } from '../local/cli/runCommand.ts'

const usage = `把数据表升级到当前版本的格式。Takes the tables to the layout of this version, after it was deployed (docs/operations.md).

  npm run migrate -- --check                                   says which layout they have; exit code 1 if it is an older one
  npm run migrate -- --registry <table> --scores <table>

It may be broken off and repeated at any time; twice is as once. The local edition does it by itself when it starts.

${placeUsage}`

await runCommand(usage, async (args) => {
	const options = readOptions(args, false)
	await explained(async () => {
		const place = await dataPlace(options)
		if (options.check) {
			const layout = await layoutOf(place)
			console.log(`Layout ${layout} of ${migrations.length}.`)
			if (layout < migrations.length) process.exitCode = 1
		} else {
			const told = (layout: number, title: string, changed: number): void =>
				console.log(`Layout ${layout}: ${title}. ${changed} items changed.`)
			const { from, to } = await migrate(place, told)
			console.log(from === to ? `Layout ${to}: nothing to do.` : `From layout ${from} to ${to}.`)
		}
		place.client.destroy()
	})
})

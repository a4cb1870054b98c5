import { parseArgs } from 'node:util'
import { lastIssuerUrl, openLocalIssuer, type Person } from '../issuer/localIssuer.ts'
import { runCommand, UsageError } from './runCommand.ts'

const usage = `Prints a bearer token for the local edition, valid for 12 hours.

  npm run -s token -- --role staff
  npm run -s token -- --role head --courtyard <id> [--courtyard <id> ...]
  npm run -s token -- --role village --village <id>

  --role <role>       admin    keeps the registry and the profiles, and does what staff does
                      staff    sees and handles everything of the township
                      village  sees and handles its own village
                      head     sees and handles his own courtyards
  --courtyard <id>    a courtyard of the head; may be repeated
  --village <id>      the village of the village
  --person <name>     name on the token (default: the role)
  --data <folder>     data folder of the edition (default: .local)

  curl -H "Authorization: Bearer $(npm run -s token -- --role staff)" http://localhost:8080/api/courtyards`

const readPerson = (args: string[]): { person: Person; data: string } => {
	const { values } = parseArgs({
		args,
		options: {
			role: { type: 'string' },
			courtyard: { type: 'string', multiple: true, default: [] },
			village: { type: 'string' },
			person: { type: 'string' },
			data: { type: 'string', default: '.local' },
		},
	})
	const { role, courtyard: courtyards, village, person = role, data } = values
	if (role !== 'staff' && role !== 'admin' && role !== 'village' && role !== 'head')
		throw new UsageError(
			role === undefined ? '--role is missing.' : `--role must be admin, staff, village or head, not "${role}".`,
		)
	if (role === 'head' && courtyards.length === 0)
		throw new UsageError('A head has a courtyard: name it with --courtyard <id>.')
	if (role === 'village' && village === undefined)
		throw new UsageError('Someone of a village has a village: name it with --village <id>.')
	const named: Person = { id: person ?? role, name: person ?? role, role, courtyards }
	return { person: { ...named, ...(village === undefined ? {} : { village }) }, data }
}

await runCommand(usage, async (args) => {
	const { person, data } = readPerson(args)
	const issuer = await openLocalIssuer(data, await lastIssuerUrl(data))
	console.log(await issuer.token(person, Date.now()))
})

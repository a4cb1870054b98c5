import { join, relative } from 'node:path'
import { localCredentials } from '../lambda/localCredentials.ts'
import { here } from './options.ts'
import type { Edition } from './startEdition.ts'

/** What the person in front of it can do next, with commands that can be pasted; `courtyard` is one for examples. */
export const greeting = ({ running, dataFolder, logFolder }: Edition, courtyard: string): string => {
	const { apiUrl, mqttUrl, endpoints, tables, queues } = running
	const folder = relative(process.cwd(), dataFolder) || '.'
	const data = folder === '.local' ? '' : ` --data ${folder}`
	const { accessKeyId, secretAccessKey } = localCredentials
	return `
Green Courtyard 绿色院落 runs on this machine. Ctrl-C ends it; the next start goes on with the data in ${folder}.

  Pages         ${apiUrl.replace(/\/api$/, '/')}
  Alerts        ${running.receiver.url}${running.empty ? '  (nobody is told yet: see below)' : ''}
  API           ${apiUrl}
  MQTT broker   ${mqttUrl}  (client certificates in ${join(folder, 'devices', '<id>')})
  DynamoDB      ${endpoints.dynamodb}  tables ${Object.values(tables).join(', ')}
  SQS           ${queues.telemetry}
  IoT data      ${endpoints.iotData}
  IoT           ${endpoints.iot}  (certificates)
  Photos        ${join(folder, 'photos')}  (S3 at ${endpoints.s3})
  Lambda        ${endpoints.lambda}
  Metrics       ${running.metricsUrl}
  Logs          ${relative(process.cwd(), logFolder)}

Next, in another terminal:

  curl -H "Authorization: Bearer $(npm run -s token -- --role staff${data})" ${apiUrl}/courtyards
  npm run device -- add --id my-toilet --kind toilet --courtyard ${courtyard}${data}
  npm run device -- add --id my-screen --kind display --courtyard ${courtyard}${data}
  npm run device -- list${data}
  npm run device -- claim${data}
${running.empty ? channelSetUp(running, courtyard, data) : ''}  export AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_DEFAULT_REGION=${here.region}
  aws dynamodb scan --endpoint-url ${endpoints.dynamodb} --table-name ${tables.telemetry} --max-items 3
`
}

/** A first channel, as staff would set it up; it leads to the page above. */
const channelSetUp = ({ apiUrl, receiver }: Edition['running'], courtyard: string, data: string): string => {
	const channel = {
		...{ kind: 'webhook', id: 'duty-room', name: 'Duty room', for: { courtyard } },
		...{ url: `${receiver.url}/webhook/duty-room`, secret: receiver.secrets.webhook },
	}
	return `  curl -X PUT -H "Authorization: Bearer $(npm run -s token -- --role admin${data})" ${apiUrl}/channels -d '${JSON.stringify({ channels: [channel] })}'
`
}

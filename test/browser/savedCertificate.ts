import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { connectAsync, type MqttClient } from 'mqtt'
import type { Download } from 'playwright-core'

/** What somebody has on his machine who saved a certificate on the page of a device. */
export interface SavedCertificate {
	readonly name: string
	readonly files: Readonly<Record<string, string>>
	/** Connects as the device with these files and nothing else. @throws where the broker refuses */
	connect(url: string, device: string): Promise<MqttClient>
}

export const savedCertificate = async (download: Download): Promise<SavedCertificate> => {
	const zip = unzipSync(await readFile(await download.path()))
	const files = Object.fromEntries(Object.entries(zip).map(([name, content]) => [name, strFromU8(content)]))
	return {
		name: download.suggestedFilename(),
		files,
		connect: (url, clientId) =>
			connectAsync(
				url,
				{
					...{ clientId, reconnectPeriod: 0, connectTimeout: 10_000 },
					...{ ca: files['ca.pem'] ?? '', cert: files['certificate.pem'] ?? '', key: files['key.pem'] ?? '' },
				},
				false,
			),
	}
}

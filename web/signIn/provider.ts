import * as oauth from 'oauth4webapi'
import type { SiteConfig } from '../../shared/contract/http/site.ts'
import { request } from '../data/request.ts'

/** What is known of the provider: nothing secret, so that it may be kept in the browser while the reader is there. */
export interface ProviderFacts {
	readonly config: SiteConfig
	readonly server: oauth.AuthorizationServer
}

export interface Provider extends ProviderFacts {
	readonly client: oauth.Client
	/** A provider on this machine may speak plain HTTP; any other must not. */
	readonly insecure: { [oauth.allowInsecureRequests]: boolean }
}

const isThisMachine = (url: URL): boolean => ['127.0.0.1', 'localhost'].includes(url.hostname)

export const providerOf = ({ config, server }: ProviderFacts): Provider => ({
	config,
	server,
	client: { client_id: config.clientId },
	insecure: { [oauth.allowInsecureRequests]: isThisMachine(new URL(config.issuer)) },
})

/** The identity provider of this deployment, as it describes itself. Throws where it cannot be reached. */
export const openProvider = async (): Promise<Provider> => {
	const answer = await request<SiteConfig>('/config.json')
	if (answer.is !== 'ready') throw new Error('the settings of this site cannot be read')
	const config = answer.value
	const issuer = new URL(config.issuer)
	const insecure = { [oauth.allowInsecureRequests]: isThisMachine(issuer) }
	const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...insecure })
	const server = await oauth.processDiscoveryResponse(issuer, response)
	return providerOf({ config, server })
}

import { RankingPart, type RankingRow } from '../../../shared/contract/ranking/ranking.ts'
import { kindWords } from '../../../shared/domain/ranking/peers.ts'
import { inShanghai } from '../../../shared/domain/time/shanghai.ts'
import type { RankingScope } from '../../../shared/ports/rankings.ts'
import { listWords, placeIn } from './table.ts'
import type { Seen } from './visible.ts'

const style = `@page { size: A4 portrait; margin: 14mm }
body { font: 10pt/1.4 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #111; margin: 1em }
h1 { font-size: 18pt; margin: 0 } h2 { font-size: 13pt; margin: 1.2em 0 .3em; break-after: avoid }
p.en, span.en { color: #555; font-size: 85% } span.en { display: block }
table { border-collapse: collapse; width: 100% } th, td { border: .5pt solid #999; padding: 2pt 4pt; text-align: left; vertical-align: top }
th { background: #eee } td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
thead { display: table-header-group } tr { break-inside: avoid }
.draft { border: 2pt solid #b00; color: #b00; padding: 4pt; font-weight: bold }
footer { margin-top: 1em; font-size: 8pt; color: #555; overflow-wrap: anywhere }
@media print { body { margin: 0 } } @page :first { margin-top: 12mm }`

/** A ranking to be printed and hung up, A4 (or A3, by the printer's dialogue): one page that needs nothing else. */
export function rankingHtml(
	{ head, generation, revision }: Seen,
	scope: RankingScope,
	rows: readonly RankingRow[],
): string {
	const [year, month] = head.month.split('-')
	const title = `${year}年${Number(month)}月院落评比`
	const ranked = rows.flatMap((row) => (row.is === 'ranked' ? row : []))
	const apart = rows.flatMap((row) => (row.is === 'unranked' ? row : []))
	const listed = ranked.filter(({ listing }) => listing !== undefined)
	const state = revision
		? `<p>第 ${revision.revision} 版，${text(inShanghai(revision.at).zh)} 由 ${text(revision.by.name)} 发布${revision.note === undefined ? '' : `（${text(revision.note)}）`}</p>`
		: '<p class="draft">草稿，未发布 / draft, not published</p>'
	return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>
<h1>${title}</h1><p class="en">Courtyard ranking, ${head.month}${scope.is === 'village' ? `, ${text(rows[0]?.villageName.en ?? '')}` : ''}</p>
${state}
${listed.length === 0 ? '' : `<h2>红黑榜 <span class="en">Red and black list</span></h2><table><thead><tr><th>榜单</th><th>院落</th><th>得分</th><th>上榜理由</th></tr></thead><tbody>${listed.map((row) => `<tr><td>${listWords[row.listing?.list ?? ''] ?? ''}</td><td>${both(row.name)}</td>${number(row.score.toFixed(2))}<td>${both(row.listing?.reason ?? { zh: '', en: '' })}</td></tr>`).join('\n')}</tbody></table>`}
<h2>排名 <span class="en">Ranking</span></h2>
<table><thead><tr><th>名次</th><th>院落</th><th>村</th><th>类型</th><th>得分</th><th>环境</th><th>检查</th><th>响应</th><th>同组</th><th>比上月</th></tr></thead><tbody>
${ranked.map((row) => `<tr>${number(String(placeIn(row.places, scope).rank))}<td>${both(row.name)}</td><td>${text(row.villageName.zh)}</td><td>${kindWords[row.kind].zh}</td>${number(row.score.toFixed(2))}${RankingPart.options.map((part) => number(row.parts[part].score?.toFixed(2) ?? '—')).join('')}${number(`${row.places.peers.rank}/${row.places.peers.of}`)}<td>${text(row.change.text.zh)}</td></tr>`).join('\n')}
</tbody></table>
${apart.length === 0 ? '' : `<h2>未参加排名 <span class="en">Not ranked</span></h2><table><thead><tr><th>院落</th><th>村</th><th>原因</th></tr></thead><tbody>${apart.map((row) => `<tr><td>${both(row.name)}</td><td>${text(row.villageName.zh)}</td><td>${row.lacks.map(({ text: lack }) => both(lack)).join('')}</td></tr>`).join('\n')}</tbody></table>`}
<footer>权重：环境 : 检查 : 响应 = ${generation.weights.environment} : ${generation.weights.inspection} : ${generation.weights.response}；缺项（—）的权重按比例分给其他项。标准 ${text(generation.profile)}。校验码 SHA-256 ${generation.hash}</footer>
</body></html>`
}

const both = ({ zh, en }: { zh: string; en: string }): string => `${text(zh)}<span class="en">${text(en)}</span>`
const number = (value: string): string => `<td class="n">${text(value)}</td>`

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (value: string): string => value.replace(/[&<>"']/g, (character) => named[character] ?? character)

/** One appeal: its term, its rounds, the receipt of the citizen, and everything that was recorded of it. */
import { stateOf, statusOf, timeLeft } from 'app/appeal-parts';
import { ask } from 'app/ask';
import { factItem } from 'app/facts';
import { day, duration, moment, number, position } from 'app/format';
import { footagePanel, linkedFootage } from 'app/linked-footage';
import { decidePage, proposalsPanel } from 'app/proposals';
import { why } from 'app/question';
import { language, name, t } from 'app/text';
import { html, nothing, render } from 'lit-html';

const main = document.getElementById('main');
const place = document.getElementById('story');
const id = main.dataset.appeal;
let story = null;
let footage = [];
let chosen = 0;

async function load() {
  const answer = await ask(`/api/v1/appeals/${encodeURIComponent(id)}`);
  place.replaceChildren();
  if (answer.status === 404) return render(html`<h1>${t('appeal.unknown')}</h1><p class="empty">${t('appeal.unknown.text', id)}</p>`, place);
  if (!answer.ok) return render(html`<h1>${t('appeal.failed')}</h1><p class="empty">${why(answer, t('appeals.failed.text'))}</p>`, place);
  story = answer.body;
  chosen = story.facts.length - 1;
  footage = await linkedFootage(`appeal-${id}`);
  return show();
}

function choose(index) {
  chosen = index;
  show();
}

function rows(pairs) {
  return html`<dl class="values">${pairs.filter(([, value]) => value !== null && value !== undefined && value !== nothing && value !== '')
    .map(([key, value]) => html`<div><dt>${t(`value.${key}`)}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function show() {
  const { appeal, at, facts } = story;
  const zone = appeal.timeZone ?? undefined;
  const when = (value) => (value ? moment(value, zone) : null);
  render(html`
    <div class="heading"><h1>${appeal.number ?? t('appeals.unregistered')}</h1> ${stateOf(appeal)} ${statusOf(appeal)}
      ${main.dataset.decides === 'true' ? html`<a class="button" id="work" href="${main.dataset.commands}/appeals/${encodeURIComponent(id)}/work">${t('appeal.work')}</a>` : nothing}
      <p class="muted">${name(appeal.officeName, appeal.office)} · ${t('appeal.complete', number(facts.length), position(story.position))}</p></div>
    <div class="columns">
      <section class="panel" aria-labelledby="matter-title"><div class="panel-head"><h2 id="matter-title">${t('appeal.matter')}</h2></div>
        ${rows([
          ['kind', t(`appeal-kind.${appeal.kind}`)], ['topic', t(`appeal-topic.${appeal.topic}`)], ['channel', t(`channel.${appeal.channel}`)],
          ['received', when(appeal.receivedAt)], ['due', when(appeal.due)], ['paused', when(appeal.pausedAt)], ['left', timeLeft(appeal, at)],
          ['applicant', appeal.applicant ?? t('appeal.anonymous')], ['benefit', appeal.benefitHolder ? t('appeal.benefit') : null],
          ['in-charge', appeal.staff ?? t('appeals.nobody')], ['complaints', appeal.higherComplaints > 0 ? number(appeal.higherComplaints) : null],
        ])}
        ${appeal.visit ? html`<p><a href="/interactions/visit-${encodeURIComponent(appeal.visit)}">${t('appeal.visit')}</a></p>` : nothing}</section>
      <section class="panel" aria-labelledby="receipt-title"><div class="panel-head"><h2 id="receipt-title">${t('appeal.receipt')}</h2></div>
        <p class="muted">${t('appeal.receipt.text')}</p>
        ${rows([['number', appeal.number], ['day-zero', date(appeal.rounds.at(-1).dayZero)], ['due', when(appeal.due)]])}</section>
    </div>
    ${proposalsPanel(appeal.proposals, zone, decidePage(main.dataset, 'appeals', id))}
    <section class="panel" aria-labelledby="rounds-title"><div class="panel-head"><h2 id="rounds-title">${t('appeal.rounds')}</h2></div>
      ${appeal.rounds.toReversed().map((round) => html`<h3 class="leg">${t('appeal.round', number(round.number))} ${statusOf({ status: round.status, state: round.ending })}</h3>${rows([
        ['began', when(round.startedAt)], ['day-zero', date(round.dayZero)], ['due', when(round.due)], ['term', round.term && round.term !== 'NONE' ? t(`appeal-term.${round.term}`) : null],
        ['policy', round.policy ? html`<span class="mono">${round.policy}</span>` : null],
        ['first-response', round.firstResponseSeconds === null ? t('appeal.no-response') : duration(round.firstResponseSeconds)],
        ['ended', when(round.endedAt)], ['ending', round.ending && t(`appeal-state.${round.ending}`)], ['outcome', round.outcome && t(`appeal-outcome.${round.outcome}`)], ['ground', round.ground && t(`appeal-ground.${round.ground}`)], ['to', round.to],
      ])}`)}
      <details class="raw"><summary>${t('appeal.definition')}</summary><p><b class="mono">${story.definition.id}@${story.definition.version}</b> ${story.definition.text[language] ?? story.definition.text.en}</p></details></section>
    ${footagePanel(footage, zone)}
    <div class="columns player">
      <section class="panel" aria-labelledby="facts-title"><div class="panel-head"><h2 id="facts-title">${t('appeal.facts')}</h2></div>
        ${days(facts, zone).map(([date_, items]) => html`<h3 class="leg">${date_}</h3><ol class="facts">${items.map(([fact, i]) => factItem(fact, { zone, current: i === chosen, future: false, choose: () => choose(i) }))}</ol>`)}</section>
      <section class="panel" aria-labelledby="fact-title"><div class="panel-head"><h2 id="fact-title">${t('appeal.fact')}</h2></div>
        <div class="raw"><pre tabindex="0">${JSON.stringify(facts[chosen], null, 2)}</pre></div></section>
    </div>`, place);
}

/** Terms run for weeks: the day is a heading, and each fact has its time. */
function days(facts, zone) {
  const grouped = new Map();
  facts.forEach((fact, i) => {
    const key = day(fact.occurredAt, zone);
    if (!grouped.has(key)) grouped.set(key, []);
    grouped.get(key).push([fact, i]);
  });
  return [...grouped];
}

/** A local day is no instant: noon in UTC is that day everywhere that matters here. */
const date = (value) => (value ? day(`${value}T12:00:00Z`, 'UTC') : null);

load();

/** The state of a visit or case after a fact; what that fact changed is marked. */
import { clock, day, duration, moment, number } from 'app/format';
import { has, name, t } from 'app/text';
import { html, nothing } from 'lit-html';

export function stateAfter(kind, fact, before, { timeZone, serviceNames }) {
  const { state } = fact;
  if (!state) return html`<p class="empty">${t('interaction.no-state')} ${fact.problem ?? nothing}</p>`;
  const service = (id) => name(serviceNames?.[id], id);
  const zone = timeZone ?? undefined;
  return kind === 'case' ? caseState(state, before, zone, service) : visitState(state, before, zone, service);
}

const seconds = (from, to) => (from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : null);

function rows(pairs) {
  return html`<dl class="values">${pairs.filter(([, now]) => now !== null && now !== undefined && now !== '').map(([key, now, was]) => html`
    <div class=${was !== undefined && was !== now ? 'changed' : ''}><dt>${t(`value.${key}`)}</dt><dd>${now}${was !== undefined && was !== now ? html`<span class="unseen"> (${t('interaction.changed')})</span>` : nothing}</dd></div>`)}</dl>`;
}

const stateName = (value) => (value && has(`state-of.${value}`) ? t(`state-of.${value}`) : value);
const channelName = (value) => (value && has(`channel.${value}`) ? t(`channel.${value}`) : value);

function visitState(state, before, zone, service) {
  const at = (value) => (value ? clock(value, zone) : null);
  const old = (value) => (before ? (value ?? null) : undefined);
  return html`${rows([
    ['arrived', state.arrivedAt ? moment(state.arrivedAt, zone) : null, old(before?.arrivedAt && moment(before.arrivedAt, zone))],
    ['channel', channelName(state.channel), old(channelName(before?.channel))],
    ['appointment', state.appointmentAt ? moment(state.appointmentAt, zone) : null],
    ['ticket', state.ticket, old(before?.ticket)],
  ])}
  ${(state.legs ?? []).length === 0 ? html`<p class="muted">${t('interaction.legs.none')}</p>` : nothing}
  ${(state.legs ?? []).map((leg, i) => {
    const was = before?.legs?.[i] ?? {};
    const values = (l) => ({
      state: stateName(l.state), service: l.service && service(l.service), queued: at(l.queuedAt), called: at(l.calledAt), calls: l.calls > 1 ? number(l.calls) : null,
      desk: l.desk, staff: l.staff, started: at(l.startedAt), ended: at(l.endedAt),
      waited: known(l.waitSeconds), way: known(l.waySeconds), held: l.heldSeconds > 0 ? duration(l.heldSeconds) : null, handled: known(l.handlingSeconds),
    });
    const now = values(leg);
    const then = before ? values(was) : {};
    return html`<h3 class="leg">${t('interaction.leg', leg.number ?? i + 1)}</h3>${rows(Object.keys(now).map((key) => [key, now[key], before ? (then[key] ?? null) : undefined]))}`;
  })}`;
}

const known = (value) => (value === null || value === undefined ? null : duration(value));

function caseState(state, before, zone, service) {
  const at = (value) => (value ? `${day(value, zone)}, ${clock(value, zone)}` : null);
  const values = (s) => ({
    opened: at(s.openedAt), channel: channelName(s.channel), service: s.service && service(s.service), due: at(s.dueAt), responded: at(s.respondedAt), closed: at(s.closedAt),
    steps: s.steps ? number(s.steps) : null, response: known(seconds(s.openedAt, s.closedAt)),
  });
  const now = values(state);
  const then = before ? values(before) : {};
  return rows(Object.keys(now).map((key) => [key, now[key], before ? (then[key] ?? null) : undefined]));
}

/** Shows how the stream is doing: in the header always, as a banner when what the page shows is no longer true. */
import { t } from 'app/text';
import { clock } from 'app/format';

export function showState(feed) {
  const place = document.getElementById('feed');
  const text = document.getElementById('feed-text');
  const banner = document.getElementById('banner');
  let lastLive = null;

  feed.addEventListener('beat', (event) => { lastLive = event.detail.at; });
  feed.addEventListener('delta', (event) => { lastLive = event.detail.at; });
  feed.addEventListener('snapshot', (event) => { lastLive = event.detail.at; });

  const show = () => {
    place.hidden = false;
    place.dataset.state = feed.state;
    text.textContent = t(`feed.${feed.state}`);
    const dead = feed.state === 'lost' || feed.state === 'refused';
    document.body.classList.toggle('is-lost', dead);
    banner.replaceChildren(...(dead ? [message(feed.state, lastLive)] : []));
  };
  feed.addEventListener('state', show);
  show();
}

function message(state, lastLive) {
  const p = document.createElement('p');
  p.className = 'banner bad';
  p.id = 'feed-banner';
  const words = document.createElement('span');
  words.textContent = state === 'refused' ? t('feed.refused.text')
    : lastLive ? t('feed.lost.text', clock(lastLive)) : t('feed.lost.never');
  p.append(words);
  if (state === 'refused') {
    const again = document.createElement('a');
    again.href = location.href;
    again.textContent = t('feed.refused.action');
    p.append(again);
  }
  return p;
}

import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { notification } from '@kehu/domain/platform/notification';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Quiet } from '../../../ui/record/Lines';
import { useAddressFilter } from '../../../ui/useAddressFilter';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { MessageLine } from './MessageLine';
import {
  badgeOf,
  type Messages,
  messageKinds,
  messagesLive,
  messagesText,
  messagesWhere,
  readingOf,
  readings,
} from './message';
import { messageTexts } from './texts';
import { useMarkRead } from './useMarkRead';

const page = 50;
const readingWords = { unread: 'readingUnread', todo: 'readingTodo', all: 'readingAll' } as const;

/** 通知: every message to the reader, by what is unread, still to do, its weight and what it is about. */
export function Notifications() {
  const t = useTexts(messageTexts);
  const say = useProblem();
  const language = useLanguage();
  const mark = useMarkRead();
  const { filter, set } = useAddressFilter();
  const [limit, setLimit] = useState(page);
  const { data, error, refetch } = useAsk<Messages>(
    messagesText,
    { where: messagesWhere(filter), limit },
    messagesLive,
  );
  const messages = data?.list.items ?? [];
  const [first] = messages;
  const unread = data?.unread.totalCount ?? 0;
  const reading = readingOf(filter);
  const kinds = messageKinds.flatMap((name) => {
    const kind = catalogue.find((each) => each.name === name);
    return kind ? [{ value: kind.name, label: kind.label[language] }] : [];
  });
  const weights = notification.fields.weight.vocabulary?.codes ?? [];
  return (
    <Page
      title={t('title')}
      beside={
        unread > 0 && (
          <Typography color="text.secondary">{t('unreadCount', { n: badgeOf(unread) })}</Typography>
        )
      }
      acts={
        <Button
          variant="outlined"
          disabled={unread === 0 || !first}
          onClick={() => first && void mark.all(first.at)}
        >
          {t('markAll')}
        </Button>
      }
    >
      <Box component="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
        <Choice
          label={t('reading')}
          value={reading}
          onChange={(value) => set('reading', value === 'unread' ? '' : value)}
          options={readings.map((each) => ({ value: each, label: t(readingWords[each]) }))}
        />
        <Choice
          label={t('weight')}
          value={String(filter.weight ?? '')}
          any={t('any')}
          onChange={(value) => set('weight', value)}
          options={weights.map((code) => ({
            value: code,
            label: textOf(notification.fields.weight, code, language),
          }))}
        />
        <Choice
          label={t('kind')}
          value={String(filter.kind ?? '')}
          any={t('any')}
          onChange={(value) => set('kind', value)}
          options={kinds}
        />
      </Box>
      {error && !data && (
        <Box>
          <Typography role="alert" color="error">
            {say(error)}
          </Typography>
          <Button variant="outlined" sx={{ mt: 2 }} onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Box>
      )}
      {!data && !error && <Waiting />}
      {data && messages.length === 0 && (
        <Quiet>
          {t(
            Object.keys(filter).length > 0
              ? reading === 'all' && !filter.weight && !filter.kind
                ? 'noneYet'
                : 'noneFound'
              : 'nothingNew',
          )}
        </Quiet>
      )}
      <Box component="ul" aria-label={t('title')} sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: 880 }}>
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} onRead={(id) => void mark.some([id])} />
        ))}
      </Box>
      {data?.list.pageInfo?.hasNextPage && (
        <Button sx={{ mt: 2 }} onClick={() => setLimit(limit + page)}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function Choice(props: {
  label: string;
  value: string;
  any?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 144 } }}
    >
      {props.any !== undefined && <option value="">{props.any}</option>}
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}

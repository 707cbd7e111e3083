// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useCallback } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadNamespaces } from '../i18n/i18n.ts';
import { announce } from './announce.ts';
import { Announcer } from './Announcer.tsx';
import { Button } from './Button.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { LoadProblem } from './LoadProblem.tsx';
import { useLoad } from './use-load.ts';

beforeAll(() => loadNamespaces(['common', 'problem']));
afterEach(cleanup);

describe('a button that cannot be used now', () => {
  it('says why, can be reached, and does nothing', () => {
    const onClick = vi.fn<() => void>();
    render(
      <Button blocked="还差 2 件事" onClick={onClick}>
        发布
      </Button>,
    );
    const button = screen.getByRole('button', { name: '发布' });
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('还差 2 件事');
  });
});

describe('a group of choices', () => {
  it('is one named group of radio buttons with the present one chosen', () => {
    const onChange = vi.fn<(value: string) => void>();
    render(
      <ChoiceGroup
        label="字号"
        value="large"
        choices={[
          { value: 'standard', label: '标准' },
          { value: 'large', label: '大' },
        ]}
        onChange={onChange}
      />,
    );
    expect(screen.getByRole('radiogroup', { name: '字号' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '大', checked: true })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '标准' }));
    expect(onChange).toHaveBeenCalledWith('standard');
  });
});

describe('the announcer', () => {
  it('says the same thing twice in two places, so that it is read out twice', () => {
    render(<Announcer />);
    const said = () => screen.getAllByRole('status').map((region) => region.textContent);
    act(() => announce('已经记住'));
    const first = said();
    act(() => announce('已经记住'));
    expect(first.filter((text) => text === '已经记住')).toHaveLength(1);
    expect(said()).toEqual(first.toReversed());
  });
});

describe('a page that loads', () => {
  const answers = new Map<string, (text: string) => void>();
  const ask = (id: string) => new Promise<string>((resolve) => answers.set(id, resolve));
  function Page({ id }: { readonly id: string }) {
    const { result } = useLoad(useCallback(() => ask(id), [id]));
    return <p>{result.state === 'ready' ? result.value : result.state}</p>;
  }

  it('shows what was asked for last, whatever comes last', async () => {
    const { rerender } = render(<Page id="a" />);
    rerender(<Page id="b" />);
    await act(async () => answers.get('b')?.('乙'));
    await act(async () => answers.get('a')?.('甲'));
    expect(screen.getByText('乙')).toBeTruthy();
  });
});

describe('what could not be loaded', () => {
  it('is explained by its own sentence and can be tried again', () => {
    const onRetry = vi.fn<() => void>();
    render(<LoadProblem error={Object.assign(new Error('x'), { problem: 'offline' })} onRetry={onRetry} />);
    expect(screen.getByRole('alert').textContent).toContain('现在没有网络');
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('has a sentence too when nobody foresaw it', () => {
    render(<LoadProblem error="?" onRetry={() => {}} />);
    expect(screen.getByRole('alert').textContent).toContain('这一页出了问题');
  });
});

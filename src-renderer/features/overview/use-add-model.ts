import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../client/use-command';

/** Adds a model and opens its page, where it gets its name. */
export function useAddModel(): () => Promise<void> {
  const navigate = useNavigate();
  const create = useCommand('models.create');
  return async () => {
    const made = await create.run({ name: 'New model' });
    if (made !== null) await navigate({ to: '/models/$modelId', params: { modelId: made.id } });
  };
}

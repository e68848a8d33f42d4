import * as Comlink from 'comlink';
import { openStore } from '../storage/open-store';
import { createEngine } from './engine';
import { serve } from './serve';

Comlink.expose(serve(openStore().then(createEngine)));

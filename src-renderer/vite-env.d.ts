/// <reference types="vite/client" />
/// <reference path="../src-preload/bridge.d.ts" />

// Light or dark as the browser is set, also when that changes. Loaded before the page is drawn.
'use strict';

(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
        document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light';
    };
    follow();
    dark.addEventListener('change', follow);
})();

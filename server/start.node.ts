import module from 'node:module';

/**
 * The server's entry for Node. To compile all of it takes longer than anything else before it answers; so where Node can (22.1
 * and later), what was compiled is kept for the next start, in the folder for temporary files.
 */
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
require('./browser.js');

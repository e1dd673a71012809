// Only what is near the window is there: long lists of pages or rows stay light.
//
// `near(scroller, margin, enter, leave)` watches places of known size; enter(place) fills one that
// comes near, leave(place) empties one that goes far.
export function near(scroller, margin, enter, leave) {
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) enter(entry.target);
      else leave(entry.target);
    }
  }, { root: scroller, rootMargin: margin });
  return {
    watch: (place) => watcher.observe(place),
    forget: () => watcher.disconnect(),
  };
}

"""The proces-verbaal: steps, form, live preview and checklist; and its life on paper once it is sealed."""

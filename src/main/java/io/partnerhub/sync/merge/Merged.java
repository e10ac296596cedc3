package io.partnerhub.sync.merge;

import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import java.util.List;

/** What a merge came to: the dossier from now on, and every judgement that led there. */
public record Merged(Dossier dossier, List<Decision> decisions) {}

"""The digit head: from the encoder's states to digits, "double", "triple" and other speech, and to where each digit begins."""
import torch
import torch.nn as nn

STATES = 288
LABELS = 14


class DigitHead(nn.Module):
    """States [batch, frames, 288] to logarithms of probability [batch, frames, 14] (CTC, 0 is the blank) and onset [batch, frames] (0..1)."""

    def __init__(self, width=96, kernel=5, dilations=(1, 2), dropout=0.15):
        super().__init__()
        self.norm = nn.LayerNorm(STATES)
        self.narrow = nn.Linear(STATES, width)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(width, width, kernel, padding=(kernel // 2) * dilation, dilation=dilation) for dilation in dilations
        )
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in dilations)
        self.out = nn.Linear(width, LABELS + 1)
        self.drop = nn.Dropout(dropout)

    def scores(self, states, mask):
        y = nn.functional.gelu(self.narrow(self.norm(states)))
        for convolution, norm in zip(self.convolutions, self.norms):
            normed = (norm(y) * mask).transpose(1, 2)
            y = y + self.drop(nn.functional.gelu(convolution(normed).transpose(1, 2)))
        y = self.out(y)
        return y[..., :LABELS], y[..., LABELS]

    def forward(self, states):
        labels, onset = self.scores(states, torch.ones_like(states[..., :1]))
        return torch.log_softmax(labels, -1), torch.sigmoid(onset)
